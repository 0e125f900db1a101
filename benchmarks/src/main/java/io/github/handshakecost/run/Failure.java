package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.trial.Affinity.PlacementRefusedException;
import io.github.handshakecost.trial.BrokenPremiseException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Tells what has happened from what JMH throws, and finds the sentence in it. JMH carries a fork's
 * exceptions as suppressed ones of its own, which say nothing.
 */
final class Failure {
  private static final List<Class<? extends Throwable>> SPEAKING =
      List.of(
          BrokenPremiseException.class,
          FixtureUnavailableException.class,
          LinkUnavailableException.class,
          PlacementRefusedException.class,
          UsageException.class);

  private Failure() {}

  /** A failed fork, unless it did not begin, or had nowhere to leave what it saw. */
  static RuntimeException of(Group group, RunnerException thrown) {
    if (String.valueOf(thrown.getMessage()).contains("Another JMH instance")) {
      return new CannotRunException(
          "another JMH run holds the lock of this machine, and two at once measure each other;"
              + " wait until it has ended");
    }
    if (thrown.getCause() instanceof IOException refused) {
      return new CannotRunException(
          "JMH cannot have its lock, the file jmh.lock in %s (%s): delete it, or name another folder with java -Djava.io.tmpdir=DIR"
              .formatted(System.getProperty("java.io.tmpdir"), refused.getMessage()));
    }
    final List<Throwable> all = all(thrown);
    for (final Throwable one : all) {
      if (one instanceof RunDirectoryException notSaved) {
        return notSaved;
      }
    }
    return new ForkFailedException(sentence(group, all));
  }

  private static String sentence(Group group, List<Throwable> all) {
    return all.stream()
        .filter(one -> SPEAKING.stream().anyMatch(type -> type.isInstance(one)))
        .findFirst()
        .map(one -> String.valueOf(one.getMessage()))
        .orElseGet(
            () ->
                "%s: expected a finished fork, found: %s"
                    .formatted(group.label(), all.get(all.size() - 1).getMessage()));
  }

  /** The innermost last. */
  private static List<Throwable> all(Throwable thrown) {
    final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    final List<Throwable> all = new ArrayList<>();
    final Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
    while (!open.isEmpty()) {
      final Throwable next = open.removeFirst();
      if (!seen.add(next)) {
        continue;
      }
      all.add(next);
      if (next.getCause() != null) {
        open.addLast(next.getCause());
      }
      open.addAll(List.of(next.getSuppressed()));
    }
    return all;
  }
}
