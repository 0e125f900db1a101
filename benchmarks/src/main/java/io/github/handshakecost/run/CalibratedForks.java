package io.github.handshakecost.run;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.LinkRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out of a fork the cells of a distance whose link was not as asked. The others are kept,
 * and the next rounds measure that distance again.
 */
public final class CalibratedForks implements Forks {
  private static final int MOST_TRIES = 3;

  private final Forks forks;
  private final Map<Double, Integer> discarded = new HashMap<>();

  public CalibratedForks(Forks forks) {
    this.forks = forks;
  }

  /**
   * Measures a group once, or again where no link was as asked.
   *
   * @throws LinkNotSteadyException if no link was in three forks
   */
  @Override
  public GroupFork measure(int round, Group group, BlockListener blocks) {
    for (int tries = 1; ; tries++) {
      final GroupFork fork = forks.measure(round, group, blocks);
      final List<ForkRecord> kept = kept(fork.cells());
      if (!kept.isEmpty() || fork.cells().isEmpty()) {
        return new GroupFork(kept, fork.broken());
      }
      if (tries == MOST_TRIES) {
        throw notSteady(fork.cells().get(0));
      }
    }
  }

  private List<ForkRecord> kept(List<ForkRecord> cells) {
    final Set<Double> off = new HashSet<>();
    for (final ForkRecord cell : cells) {
      if (violation(cell).isPresent()) {
        off.add(cell.measurement().link().nominal());
      }
    }
    off.forEach(nominal -> discarded.merge(nominal, 1, Integer::sum));
    final List<ForkRecord> kept = new ArrayList<>();
    for (final ForkRecord cell : cells) {
      final LinkRecord link = cell.measurement().link();
      if (!off.contains(link.nominal())) {
        kept.add(cell.with(link.after(discarded.getOrDefault(link.nominal(), 0))));
      }
    }
    kept.forEach(cell -> discarded.remove(cell.measurement().link().nominal()));
    return kept;
  }

  private static LinkNotSteadyException notSteady(ForkRecord cell) {
    return new LinkNotSteadyException(
        "%s: %s, in each of %d forks; leave the machine to the run, and continue it with run --resume%s"
            .formatted(
                cell.cell().label(),
                violation(cell).orElseThrow(),
                MOST_TRIES,
                cell.measurement().link().nominal() == 0 ? "" : ", or measure at another rtt"));
  }

  private static Optional<String> violation(ForkRecord cell) {
    return LinkBounds.violation(cell.measurement().link(), segments(cell));
  }

  private static long segments(ForkRecord cell) {
    return cell.measurement().iterations().stream()
        .map(IterationRecord::segments)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }
}
