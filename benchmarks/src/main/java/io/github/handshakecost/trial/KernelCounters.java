package io.github.handshakecost.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TCP as the kernel counts it in this network namespace (Linux,
 * Documentation/networking/snmp_counter.rst).
 *
 * @param activeOpens connections that a client began
 * @param segments sent, by either end
 * @param retransmits segments sent again, SYNs among them
 * @param listenOverflows connections that found a listener's queue full, or were dropped there
 */
record KernelCounters(long activeOpens, long segments, long retransmits, long listenOverflows) {
  private static final Path SNMP = Path.of("/proc/self/net/snmp");
  private static final Path NETSTAT = Path.of("/proc/self/net/netstat");

  static KernelCounters read() {
    try {
      return parse(Files.readAllLines(SNMP), Files.readAllLines(NETSTAT));
    } catch (IOException e) {
      throw new UncheckedIOException("the kernel's counters cannot be read", e);
    }
  }

  static KernelCounters parse(List<String> snmp, List<String> netstat) {
    final Map<String, Long> tcp = section("Tcp:", snmp);
    final Map<String, Long> more = section("TcpExt:", netstat);
    return new KernelCounters(
        counter("ActiveOpens", tcp),
        counter("OutSegs", tcp),
        counter("RetransSegs", tcp),
        counter("ListenOverflows", more) + counter("ListenDrops", more));
  }

  /** A line of names, then a line of values, each after the name of the section. */
  private static Map<String, Long> section(String title, List<String> lines) {
    final List<String[]> pair =
        lines.stream()
            .filter(line -> line.startsWith(title))
            .map(line -> line.split(" ", -1))
            .toList();
    final Map<String, Long> counters = new HashMap<>();
    if (pair.size() == 2) {
      for (int i = 1; i < pair.get(0).length; i++) {
        counters.put(pair.get(0)[i], Long.parseLong(pair.get(1)[i]));
      }
    }
    return counters;
  }

  private static long counter(String name, Map<String, Long> counters) {
    final Long value = counters.get(name);
    if (value == null) {
      throw new IllegalStateException("this kernel does not count " + name);
    }
    return value;
  }

  /** Segments that were sent again, and connections that found no room. */
  long losses() {
    return retransmits + listenOverflows;
  }

  KernelCounters minus(KernelCounters before) {
    return new KernelCounters(
        activeOpens - before.activeOpens,
        segments - before.segments,
        retransmits - before.retransmits,
        listenOverflows - before.listenOverflows);
  }
}
