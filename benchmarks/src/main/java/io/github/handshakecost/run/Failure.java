package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.placement.PlacementRefusedException;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.Cell;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Finds the sentence in what JMH throws. JMH carries a fork's exceptions as suppressed ones of its
 * own, which say nothing.
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

  static String sentence(Cell cell, RunnerException thrown) {
    Throwable innermost = thrown;
    final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    final Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
    while (!open.isEmpty()) {
      final Throwable next = open.removeFirst();
      if (!seen.add(next)) {
        continue;
      }
      if (SPEAKING.stream().anyMatch(type -> type.isInstance(next))) {
        return String.valueOf(next.getMessage());
      }
      innermost = next;
      if (next.getCause() != null) {
        open.addLast(next.getCause());
      }
      open.addAll(List.of(next.getSuppressed()));
    }
    return "%s: expected a finished fork, found: %s"
        .formatted(cell.label(), innermost.getMessage());
  }
}
