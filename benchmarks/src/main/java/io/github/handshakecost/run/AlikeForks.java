package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a fork that was made otherwise than those which a continued run has already. The same
 * options may come to something else, and each fork tells what they came to: by which JVM, for how
 * long, against which server.
 */
public final class AlikeForks implements Forks {
  private static final String ABSENT = "none";

  private final Forks forks;
  private final List<ForkRecord> saved;

  /**
   * Compares what forks give with what is saved.
   *
   * @param saved may be empty: then there is nothing to differ from
   */
  public AlikeForks(Forks forks, List<ForkRecord> saved) {
    this.forks = forks;
    this.saved = List.copyOf(saved);
  }

  /**
   * Measures a group once.
   *
   * @throws UsageException if JMH ran the fork otherwise than the saved ones
   * @throws CannotRunException if another server answered it
   */
  @Override
  public GroupFork measure(int round, Group group, BlockListener blocks) {
    final GroupFork measured = forks.measure(round, group, blocks);
    for (final ForkRecord fork : measured.cells()) {
      saved.stream()
          .filter(other -> other.cell().equals(fork.cell()))
          .findFirst()
          .ifPresent(
              other -> {
                require(fork, facts(other.jmh()), facts(fork.jmh()));
                requireServer(fork, facts(other), facts(fork));
              });
    }
    return measured;
  }

  /** A mean of two servers is that of none. */
  private static void requireServer(
      ForkRecord fork, Map<String, String> saved, Map<String, String> now) {
    for (final String name : ForkMeasurement.SERVER_FACTS) {
      final String before = saved.getOrDefault(name, ABSENT);
      final String after = now.getOrDefault(name, ABSENT);
      if (!before.equals(after)) {
        throw new CannotRunException(
            "%s: forks of this run have %s %s, a new one has %s; continue it where the same libraries load, or measure again"
                .formatted(fork.cell().label(), name, before, after));
      }
    }
  }

  private static Map<String, String> facts(ForkRecord fork) {
    return fork.measurement().facts();
  }

  private static void require(ForkRecord fork, Map<String, Object> saved, Map<String, Object> now) {
    saved.forEach(
        (name, value) -> {
          if (!value.equals(now.get(name))) {
            throw new UsageException(
                "%s: forks of this run have %s %s, a new one has %s; continue it with the JVM and the options for JMH with which it was begun"
                    .formatted(fork.cell().label(), name, value, now.get(name)));
          }
        });
  }

  private static Map<String, Object> facts(JmhFacts jmh) {
    final Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("jvmArgs", jmh.jvmArgs());
    facts.put("jdkVersion", jmh.jdkVersion());
    facts.put("vmName", jmh.vmName());
    facts.put("vmVersion", jmh.vmVersion());
    facts.put("jmhVersion", jmh.jmhVersion());
    facts.put("mode", jmh.mode());
    facts.put("threads", jmh.threads());
    facts.put("measurementIterations", jmh.measurementIterations());
    facts.put("measurementSeconds", jmh.measurementSeconds());
    return facts;
  }
}
