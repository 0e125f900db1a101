package io.github.handshakecost.environment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What client and server agreed on, and what served them. Cells of one run differ in it, so it is a
 * list: a cipher stands beside the TLS version that it belongs to.
 */
final class Negotiated {

  /** Facts that are always stated, known or not, in the order of reading. */
  private static final List<String> EXPECTED =
      List.of("tls.protocol", "tls.cipher", "tls.group", "server.tls", "server.transport");

  private Negotiated() {}

  static List<Map<String, String>> describe(Collection<Map<String, String>> facts) {
    final Collection<Map<String, String>> known = facts.isEmpty() ? List.of(Map.of()) : facts;
    return known.stream().map(Negotiated::complete).distinct().toList();
  }

  private static Map<String, String> complete(Map<String, String> facts) {
    final Map<String, String> complete = new LinkedHashMap<>();
    EXPECTED.forEach(name -> complete.put(name, facts.getOrDefault(name, SystemFiles.UNKNOWN)));
    new TreeMap<>(facts).forEach(complete::putIfAbsent);
    return complete;
  }
}
