package io.github.handshakecost.run;

import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a fork of a continued run that differs from the saved forks in JVM, duration or server.
 * The same options can have another result, for instance if the default JVM has changed.
 *
 * @param saved forks of the run
 */
record ResumeConsistencyCheck(Forks forks, List<ForkRecord> saved) implements Forks {
  private static final String ABSENT = "none";

  /**
   * Measures a group once.
   *
   * @throws CannotRunException if a cell differs from its saved forks
   */
  @Override
  public GroupFork measure(int round, Group group, BlockListener blocks) {
    final GroupFork measured = forks.measure(round, group, blocks);
    for (final ForkRecord fork : measured.cells()) {
      saved.stream().findFirst().ifPresent(any -> requireSame(ofJvm(any), ofJvm(fork), fork));
      saved.stream()
          .filter(other -> other.cell().equals(fork.cell()))
          .findFirst()
          .ifPresent(other -> requireSame(ofCell(other), ofCell(fork), fork));
    }
    return measured;
  }

  private static void requireSame(
      Map<String, Object> before, Map<String, Object> after, ForkRecord fork) {
    before.forEach(
        (name, value) -> {
          if (!value.equals(after.get(name))) {
            throw new CannotRunException(
                "%s: saved forks of this run have %s %s, the new fork has %s; continue it with the JVM, the libraries and the JMH options with which it was started, or measure again"
                    .formatted(fork.cell().label(), name, value, after.get(name)));
          }
        });
  }

  private static Map<String, Object> ofJvm(ForkRecord fork) {
    final JmhFacts jmh = fork.jmh();
    final Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("jvmArgs", jmh.jvmArgs());
    facts.put("jdkVersion", jmh.jdkVersion());
    facts.put("vmName", jmh.vmName());
    facts.put("vmVersion", jmh.vmVersion());
    facts.put("jmhVersion", jmh.jmhVersion());
    return facts;
  }

  private static Map<String, Object> ofCell(ForkRecord fork) {
    final JmhFacts jmh = fork.jmh();
    final Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("measurementIterations", jmh.measurementIterations());
    facts.put("measurementSeconds", jmh.measurementSeconds());
    for (final String name : ForkMeasurement.SERVER_FACTS) {
      facts.put(name, fork.measurement().facts().getOrDefault(name, ABSENT));
    }
    return facts;
  }
}
