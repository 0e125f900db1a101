package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The software that really ran, as each fork reports it. */
final class Facts {
  private Facts() {}

  /** The values of a fact over all forks. */
  static String of(Run run, String name) {
    return run.forks().stream()
        .map(fork -> fork.measurement().facts().getOrDefault(name, "unknown"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** Every fact by name. */
  static String all(Run run) {
    final TreeSet<String> names = new TreeSet<>();
    run.forks().forEach(fork -> names.addAll(fork.measurement().facts().keySet()));
    return names.stream().map(name -> name + " " + of(run, name)).collect(Collectors.joining(", "));
  }
}
