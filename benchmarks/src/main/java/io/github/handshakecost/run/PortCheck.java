package io.github.handshakecost.run;

import java.util.Locale;

/**
 * Whether the ports last. The client closes first, so each connection leaves its port in {@code
 * TIME_WAIT} on the client's side, and a connection to the same server cannot have that port until
 * it is free.
 */
final class PortCheck {

  /** {@code TCP_TIMEWAIT_LEN} in Linux, include/net/tcp.h; no sysctl changes it. */
  private static final int TIME_WAIT_SECONDS = 60;

  /** The rate is a guess; a quarter more keeps a fast machine from running dry. */
  private static final double MARGIN = 1.25;

  private static final double MILLIS_PER_SECOND = 1000;

  private PortCheck() {}

  /**
   * Lets a plan pass or throws. With reuse only the ports of the last second (of {@code
   * tcp_tw_reuse_delay} since Linux 6.14) are blocked: {@code tcp_twsk_unique()} in Linux,
   * net/ipv4/tcp_ipv4.c, lets a connection take over an older one, because its timestamps tell them
   * apart (RFC 6191). Without reuse those of the last minute are, and whatever earlier programs
   * left.
   */
  static void require(double connectionsPerSecond, Ports ports) {
    if (ports.reuse()) {
      requireForOneDelay(connectionsPerSecond, ports);
    } else {
      requireForOneMinute(connectionsPerSecond, ports);
    }
  }

  private static void requireForOneDelay(double connectionsPerSecond, Ports ports) {
    final double seconds = ports.reuseDelayMillis() / MILLIS_PER_SECOND;
    final long needed = (long) Math.ceil(connectionsPerSecond * seconds * MARGIN);
    if (ports.range() < needed) {
      throw new CannotRunException(
          String.format(
              Locale.ROOT,
              "%d ephemeral ports are fewer than the %d that %.0f connections per second need"
                  + " before a port is free again: widen the range with"
                  + " sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"",
              ports.range(),
              needed,
              connectionsPerSecond));
    }
  }

  private static void requireForOneMinute(double connectionsPerSecond, Ports ports) {
    final int free = Math.max(0, ports.range() - ports.timeWait());
    final long needed = (long) Math.ceil(connectionsPerSecond * TIME_WAIT_SECONDS);
    if (free < needed) {
      throw new CannotRunException(
          String.format(
              Locale.ROOT,
              "%d free ephemeral ports (%d, of which %d in TIME_WAIT) are fewer than the %d that"
                  + " %.0f connections per second take in %d s: allow reuse on loopback with"
                  + " sysctl -w net.ipv4.tcp_tw_reuse=2 net.ipv4.tcp_timestamps=1",
              free,
              ports.range(),
              ports.timeWait(),
              needed,
              connectionsPerSecond,
              TIME_WAIT_SECONDS));
    }
  }
}
