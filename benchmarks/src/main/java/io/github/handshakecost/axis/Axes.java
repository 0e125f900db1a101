package io.github.handshakecost.axis;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.client.TlsConfig.Trust;
import io.github.handshakecost.client.TlsLibrary;
import io.github.handshakecost.fixture.KeyType;
import io.github.handshakecost.fixture.NamedGroup;
import io.github.handshakecost.fixture.TlsProvider;
import io.github.handshakecost.fixture.Transport;
import io.github.handshakecost.fixture.link.DelayLine;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All axes, in the order of the results. */
public final class Axes {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_REQUESTS = 1000;
  private static final int MOST_USERS = 64;

  public static final Axis<Policy> POLICY =
      Axis.of(AxisNames.POLICY, Policy.POOLED, List.of(Policy.values()), Policy::label);
  public static final Axis<Protocol> PROTOCOL =
      Axis.of(AxisNames.PROTOCOL, Protocol.TLS_1_3, List.of(Protocol.values()), Protocol::label);
  public static final Axis<Rtt> RTT =
      new Axis<>(AxisNames.RTT, AxisNames.LOOPBACK, Rtt.RANGE, Rtt::parse);
  public static final Axis<ClientKind> CLIENT =
      Axis.of(
          AxisNames.CLIENT,
          ClientKind.HTTPCLIENT5,
          List.of(ClientKind.values()),
          ClientKind::label);
  public static final Axis<Integer> BODY =
      Axis.ofNumber(AxisNames.BODY, 1024, 0, MOST_BYTES, "bytes");
  public static final Axis<KeyType> KEY = ofServer("key", List.of(KeyType.values()));

  /** The server's TLS library. {@code auto}: BoringSSL if it loads; environment.json names it. */
  public static final Axis<TlsProvider> SERVER_TLS =
      ofServer("serverTls", List.of(TlsProvider.values()));

  /** How the server waits for its sockets. {@code auto}: epoll if it loads, else NIO. */
  public static final Axis<Transport> TRANSPORT =
      ofServer("transport", List.of(Transport.values()));

  public static final Axis<Placement> PLACEMENT =
      Axis.of(
          AxisNames.PLACEMENT, Placement.SAME_CORE, List.of(Placement.values()), Placement::label);

  /**
   * The certificates that the server sends: signed by the root, or by an intermediate authority.
   */
  public static final Axis<Boolean> CHAIN = ofSwitch(AxisNames.CHAIN, "leaf", "intermediate");

  /** Whether the server asks for a client certificate. */
  public static final Axis<Boolean> CLIENT_AUTH =
      ofSwitch(AxisNames.CLIENT_AUTH, "none", "required");

  /** The client's TLS library. */
  public static final Axis<TlsLibrary> CLIENT_TLS =
      Axis.of(
          AxisNames.CLIENT_TLS, TlsLibrary.JDK, List.of(TlsLibrary.values()), TlsLibrary::label);

  /** The trust anchors that a client loads. */
  public static final Axis<Trust> TRUST =
      Axis.of(AxisNames.TRUST, Trust.ONE, List.of(Trust.values()), Trust::label);

  /** The only group of the key exchange that client and server offer. */
  public static final Axis<NamedGroup> GROUP =
      ofServer(AxisNames.GROUP, List.of(NamedGroup.values()));

  /** Whether the server writes head and body of a response apart, without TCP_NODELAY. */
  public static final Axis<Boolean> SERVER_NAGLE =
      ofSwitch(AxisNames.SERVER_NAGLE, AxisNames.OFF, AxisNames.ON);

  /** The pause before each request, which is not part of its time. */
  public static final Axis<Duration> IDLE =
      new Axis<>(AxisNames.IDLE, AxisNames.NO_PAUSE, "0ms to 10000ms, e.g. 250ms", Axes::pause);

  /** What the client does about a connection that the server has closed meanwhile. */
  public static final Axis<Recovery> RECOVERY =
      Axis.of(AxisNames.RECOVERY, Recovery.NONE, List.of(Recovery.values()), Recovery::label);

  /** The requests on each connection of {@code policy=limited}; 0 for the other policies. */
  public static final Axis<Integer> REQUESTS_PER_CONNECTION =
      new Axis<>(
          AxisNames.REQUESTS_PER_CONNECTION,
          AxisNames.NO_LIMIT,
          "none, or 2 to 1000 with policy=limited",
          Axes::limit);

  /** The threads that send requests with one client, each when its last response is there. */
  public static final Axis<Integer> USERS =
      Axis.ofNumber(AxisNames.USERS, 1, 1, MOST_USERS, "users");

  /** The most connections that a pooled client may hold; 0 for as many as there are users. */
  public static final Axis<Integer> POOL =
      new Axis<>(
          AxisNames.POOL,
          AxisNames.AMPLE,
          "ample, or 1 to %d with policy=pooled and more users".formatted(MOST_USERS - 1),
          Axes::pool);

  private static final Axis<Integer> NUMBER =
      Axis.of(AxisNames.NTH, 1, List.of(1, 2, 5, 10, 100, 1000), String::valueOf);

  /** The request of a new JVM that is timed. A cell without it is warm. */
  public static final Axis<Integer> NTH =
      new Axis<>(NUMBER.name(), "warm", NUMBER.range() + " of a new JVM", NUMBER.parser());

  /** Whether a new JVM maps the JDK's archive of parsed classes ({@code -Xshare}, JEP 341). */
  public static final Axis<Boolean> CDS =
      Axis.of(AxisNames.CDS, true, List.of(true, false), on -> on ? AxisNames.ON : AxisNames.OFF);

  private static final List<Axis<?>> OF_EVERY_CELL =
      List.of(
          POLICY,
          PROTOCOL,
          RTT,
          CLIENT,
          BODY,
          KEY,
          SERVER_TLS,
          TRANSPORT,
          PLACEMENT,
          CHAIN,
          CLIENT_AUTH,
          CLIENT_TLS,
          TRUST,
          GROUP,
          SERVER_NAGLE,
          IDLE,
          RECOVERY,
          REQUESTS_PER_CONNECTION,
          USERS,
          POOL);

  private static final List<Axis<?>> ALL =
      Stream.concat(OF_EVERY_CELL.stream(), Stream.of(NTH, CDS)).toList();

  private Axes() {}

  public static List<Axis<?>> all() {
    return ALL;
  }

  /** All but those of cold cells. */
  public static List<Axis<?>> ofEveryCell() {
    return OF_EVERY_CELL;
  }

  /** Throws {@link UsageException} if there is no axis of this name. */
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
            .formatted(name, Axis.didYouMean(name, names), String.join(", ", names)));
  }

  private static Duration pause(String text) {
    if (!text.matches("(0|[1-9]\\d{0,3}|10000)ms")) {
      throw new UsageException(
          "idle=%s is out of range; it goes from 0ms to 10000ms".formatted(text));
    }
    return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
  }

  private static Integer limit(String text) {
    return text.equals(AxisNames.NO_LIMIT)
        ? 0
        : Axis.ofNumber(AxisNames.REQUESTS_PER_CONNECTION, 2, 2, MOST_REQUESTS, "requests, or none")
            .parse(text);
  }

  private static Axis<Boolean> ofSwitch(String name, String off, String on) {
    return Axis.of(name, false, List.of(false, true), value -> value ? on : off);
  }

  private static Integer pool(String text) {
    return text.equals(AxisNames.AMPLE)
        ? 0
        : Axis.ofNumber(AxisNames.POOL, 1, 1, MOST_USERS - 1, "connections, or ample").parse(text);
  }

  /** Values of the server; the first is the standard one, and {@code EC_P256} is ec-p256. */
  private static <E extends Enum<E>> Axis<E> ofServer(String name, List<E> values) {
    return Axis.of(
        name,
        values.get(0),
        values,
        value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Where the client's thread and the server's event loop run while they are measured. */
  public enum Placement {
    /**
     * Both on one core, by turns: a request costs the CPU of both sides, and wakes no idle core.
     */
    SAME_CORE(AxisNames.SAME_CORE),
    /** Wherever the scheduler puts them. */
    FREE(AxisNames.FREE);

    private final String label;

    Placement(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * The nominal round-trip time between client and server.
   *
   * @param label as on the command line and in results; each time has one
   * @param time 0 on loopback
   */
  public record Rtt(String label, Duration time) {
    static final String RANGE =
        "0ms (loopback), or 1ms to %dms over a delay line, e.g. 20ms or 31.2ms"
            .formatted(DelayLine.LONGEST.toMillis());

    /** No zero before or behind that is not needed. */
    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,2}(?:\\.\\d?[1-9])?)ms");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final double NANOS_PER_MILLI = 1e6;

    static Rtt parse(String text) {
      final Matcher form = FORM.matcher(text);
      if (form.matches()) {
        final double millis = Double.parseDouble(form.group(1));
        final Duration time = Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
        if (time.compareTo(DelayLine.LONGEST) <= 0) {
          return new Rtt(text, time);
        }
      }
      if (NUMBER.matcher(text).matches()) {
        throw new UsageException("rtt %s: add a unit, as in %sms".formatted(text, text));
      }
      throw new UsageException("rtt=%s is out of range; it goes from %s".formatted(text, RANGE));
    }

    /** Whether there is any distance. */
    public boolean isDistant() {
      return !time.isZero();
    }
  }
}
