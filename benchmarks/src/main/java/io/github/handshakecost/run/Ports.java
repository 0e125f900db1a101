package io.github.handshakecost.run;

import io.github.handshakecost.environment.SystemFiles;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The local ports that outgoing connections take theirs from, and how soon one is free again.
 *
 * @param range how many there are, from {@code net.ipv4.ip_local_port_range}
 * @param reuse whether a connection to loopback may take a port in {@code TIME_WAIT}
 * @param reuseDelayMillis for how long it may not even then
 */
record Ports(int range, boolean reuse, int reuseDelayMillis) {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

  /** Before Linux 6.14, which made it a sysctl, the delay was fixed. */
  private static final int DEFAULT_REUSE_DELAY_MILLIS = 1000;

  /** Empty where the system is not Linux, or hides these files. */
  static Optional<Ports> read(SystemFiles files) {
    final Optional<Integer> range =
        files.sysctl("net.ipv4.ip_local_port_range").flatMap(Ports::size);
    final Optional<Boolean> reuse =
        files.sysctl("net.ipv4.tcp_tw_reuse").map(value -> !value.equals("0"));
    // Without timestamps nothing tells an old segment from a new one, so no port is reused
    // (RFC 6191; tcp_twsk_unique() in Linux, net/ipv4/tcp_ipv4.c).
    final boolean timestamps =
        files.sysctl("net.ipv4.tcp_timestamps").map(value -> !value.equals("0")).orElse(true);
    final int delay =
        files
            .sysctl("net.ipv4.tcp_tw_reuse_delay")
            .filter(value -> value.matches("\\d{1,9}"))
            .map(Integer::valueOf)
            .orElse(DEFAULT_REUSE_DELAY_MILLIS);
    return range.flatMap(size -> reuse.map(on -> new Ports(size, on && timestamps, delay)));
  }

  private static Optional<Integer> size(String range) {
    final Matcher bounds = RANGE.matcher(range);
    return bounds.matches()
        ? Optional.of(Integer.parseInt(bounds.group(2)) - Integer.parseInt(bounds.group(1)) + 1)
        : Optional.empty();
  }
}
