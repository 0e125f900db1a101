package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaves out of a fork the cells of a distance whose link was not as asked. The others are kept,
 * and the next rounds measure that distance again.
 */
public final class CalibratedForks implements Forks {
  private static final int MOST_TRIES = 3;

  private final Forks forks;
  private final Map<Cell, Integer> discarded = new HashMap<>();

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
    final Map<Cell, String> broken = new LinkedHashMap<>();
    for (int tries = 1; ; tries++) {
      final GroupFork fork = forks.measure(round, group, blocks);
      broken.putAll(fork.broken());
      final List<ForkRecord> kept = kept(fork.cells());
      if (!kept.isEmpty() || fork.cells().isEmpty()) {
        kept.removeIf(cell -> broken.containsKey(cell.cell()));
        return new GroupFork(kept, broken);
      }
      if (tries == MOST_TRIES) {
        throw notSteady(fork.cells().get(0), fork.cells());
      }
    }
  }

  private List<ForkRecord> kept(List<ForkRecord> cells) {
    final List<ForkRecord> kept = new ArrayList<>();
    for (final ForkRecord cell : cells) {
      if (violation(cell, cells).isPresent()) {
        discarded.merge(cell.cell(), 1, Integer::sum);
      } else {
        final Integer before = discarded.remove(cell.cell());
        kept.add(cell.with(cell.measurement().link().after(before == null ? 0 : before)));
      }
    }
    return kept;
  }

  private static LinkNotSteadyException notSteady(ForkRecord cell, List<ForkRecord> fork) {
    return new LinkNotSteadyException(
        "%s: %s, in each of %d forks; leave the machine to the run, and continue it with run --resume%s"
            .formatted(
                cell.cell().label(),
                violation(cell, fork).orElseThrow(),
                MOST_TRIES,
                cell.measurement().link().nominal() == 0
                    ? ""
                    : ", or measure again at another rtt"));
  }

  private static Optional<String> violation(ForkRecord cell, List<ForkRecord> fork) {
    final LinkRecord link = cell.measurement().link();
    return LinkBounds.violation(link, segments(link.nominal(), fork));
  }

  /** That crossed the link of a distance: its losses, too, are those of all its cells. */
  private static long segments(double nominal, List<ForkRecord> fork) {
    return fork.stream()
        .map(ForkRecord::measurement)
        .filter(measured -> measured.link().nominal() == nominal)
        .flatMap(measured -> measured.iterations().stream())
        .map(IterationRecord::segments)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }
}
