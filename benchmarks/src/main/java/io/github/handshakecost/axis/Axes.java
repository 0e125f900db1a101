package io.github.handshakecost.axis;

import java.util.List;

/** All axes, in the order in which results name them. */
public final class Axes {
  private static final int MOST_BYTES = 1 << 20;

  public static final Axis<Policy> POLICY = Axis.of("policy", Policy.POOLED, Policy.values());
  public static final Axis<Protocol> PROTOCOL =
      Axis.of("protocol", Protocol.TLS_1_3, Protocol.values());
  public static final Axis<Rtt> RTT = new Axis<>("rtt", Rtt.LOOPBACK, Rtt.RANGE, Rtt::parse);
  public static final Axis<ClientKind> CLIENT =
      Axis.of("client", ClientKind.HTTPCLIENT5, ClientKind.values());
  public static final Axis<Integer> BODY = Axis.ofNumber("body", 1024, 0, MOST_BYTES, "bytes");
  public static final Axis<Key> KEY = Axis.of("key", Key.EC_P256, Key.values());
  public static final Axis<ServerTls> SERVER_TLS =
      Axis.of("serverTls", ServerTls.AUTO, ServerTls.values());
  public static final Axis<ServerTransport> TRANSPORT =
      Axis.of("transport", ServerTransport.AUTO, ServerTransport.values());
  public static final Axis<Placement> PLACEMENT =
      Axis.of("placement", Placement.SAME_CORE, Placement.values());

  private static final List<Axis<?>> ALL =
      List.of(POLICY, PROTOCOL, RTT, CLIENT, BODY, KEY, SERVER_TLS, TRANSPORT, PLACEMENT);

  private Axes() {}

  public static List<Axis<?>> all() {
    return ALL;
  }

  /**
   * The axis of a name.
   *
   * @throws UsageException if there is no such axis
   */
  public static Axis<?> named(String name) {
    return ALL.stream()
        .filter(axis -> axis.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static UsageException unknown(String name) {
    final List<String> names = ALL.stream().map(Axis::name).toList();
    return new UsageException(
        "there is no axis %s%s; axes: %s"
            .formatted(name, Misspelling.hint(name, names), String.join(", ", names)));
  }
}
