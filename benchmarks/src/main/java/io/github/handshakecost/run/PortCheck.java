package io.github.handshakecost.run;

import java.time.Duration;
import java.util.Locale;

/**
 * Whether the ports last. The client closes first, so each connection leaves its port in {@code
 * TIME_WAIT} on the client's side, and a connection to the same server cannot have that port until
 * it is free.
 *
 * <p>A port is taken towards one address and port of a server alone ({@code __inet_hash_connect()}
 * in Linux, net/ipv4/inet_hashtables.c). So each address of a server has all ports, and what other
 * programs and earlier forks left in {@code TIME_WAIT} takes none.
 */
final class PortCheck {

  /** {@code TCP_TIMEWAIT_LEN} in Linux, include/net/tcp.h; no sysctl changes it. */
  private static final Duration TIME_WAIT = Duration.ofSeconds(60);

  /** The rate is a guess; a quarter more keeps a fast machine from running dry. */
  private static final double MARGIN = 1.25;

  private static final double MILLIS_PER_SECOND = 1000;

  private PortCheck() {}

  /**
   * Lets a plan pass or throws. With reuse only the ports of the last second (of {@code
   * tcp_tw_reuse_delay} since Linux 6.14) are blocked: {@code tcp_twsk_unique()} in Linux,
   * net/ipv4/tcp_ipv4.c, lets a connection take over an older one, because its timestamps tell them
   * apart (RFC 6191). Without reuse those of the last minute are.
   */
  static void require(Connections opened, Ports ports) {
    final Duration blocked =
        ports.reuse() ? Duration.ofMillis(ports.reuseDelayMillis()) : TIME_WAIT;
    final long needed = (long) Math.ceil(opened.within(blocked) * MARGIN);
    if ((long) ports.range() * opened.addresses() < needed) {
      throw new CannotRunException(
          String.format(
              Locale.ROOT,
              "%d ephemeral ports towards each of %d addresses are fewer than the %d that a fork"
                  + " needs which opens %.0f connections per second for %.1f s, while each keeps its"
                  + " port for %.1f s: %s",
              ports.range(),
              opened.addresses(),
              needed,
              opened.perSecond(),
              opened.during().toMillis() / MILLIS_PER_SECOND,
              blocked.toMillis() / MILLIS_PER_SECOND,
              remedy(ports)));
    }
  }

  private static String remedy(Ports ports) {
    return ports.reuse()
        ? "widen the range with sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\""
        : "allow reuse on loopback with sysctl -w net.ipv4.tcp_tw_reuse=2 net.ipv4.tcp_timestamps=1";
  }
}
