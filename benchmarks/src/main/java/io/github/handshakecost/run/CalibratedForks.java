package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Discards the cells of a fork whose link was out of bounds. The other cells are kept, and the next
 * rounds measure that distance again.
 */
public final class CalibratedForks implements Forks {
  private static final int MOST_TRIES = 3;

  /** From this round-trip time on, in microseconds, the bound on connect() is a share of it. */
  private static final double SHARE_FROM = 20_000;

  private static final double SHARE = 0.02;
  private static final double LEAST_MICROS = 200;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double MOST_LATE = 0.05;

  /**
   * Share of segments. On a shared machine the processor can stall for some milliseconds; the
   * kernel then takes a segment for lost and sends it again (RFC 6298, RFC 8985).
   */
  private static final double MOST_LOST = 0.001;

  private final Forks forks;
  private final Map<Cell, Integer> discarded = new HashMap<>();

  public CalibratedForks(Forks forks) {
    this.forks = forks;
  }

  /**
   * Measures a group, again if no link was within bounds.
   *
   * @throws LinkNotSteadyException after three forks without a link within bounds
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
        "%s: %s, in each of %d forks; reduce background load, and continue the run with run --resume%s"
            .formatted(
                cell.cell().label(),
                violation(cell, fork).orElseThrow(),
                MOST_TRIES,
                cell.measurement().link().nominal() == 0 ? "" : ", or measure at another rtt"));
  }

  private static Optional<String> violation(ForkRecord cell, List<ForkRecord> fork) {
    final LinkRecord link = cell.measurement().link();
    return violation(link, segments(link.nominal(), fork));
  }

  /** The kernel counts the losses of a link for all its cells, so their segments count together. */
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

  /**
   * The bound that a link violates, with its value.
   *
   * @param segments that the kernel sent over it; 0 if its counters include other traffic
   */
  static Optional<String> violation(LinkRecord link, long segments) {
    if (link.losses() > Math.max(1, MOST_LOST * segments)) {
      return violation(
          "the kernel lost %d of %d segments or connections (allowed: %.1f %%)",
          link.losses(), segments, 100 * MOST_LOST);
    }
    if (link.nominal() == 0) {
      return Optional.empty();
    }
    final double bound = link.nominal() >= SHARE_FROM ? SHARE * link.nominal() : LEAST_MICROS;
    if (Math.abs(link.connect() - link.nominal()) > bound) {
      return violation(
          "connect() took a median of %.0f µs over a link of %.0f µs (allowed: ±%.0f µs)",
          link.connect(), link.nominal(), bound);
    }
    if (link.refused() > 0) {
      return violation(
          "the link dropped %d of %d packets (allowed: 0)", link.refused(), link.packets());
    }
    return link.late() <= MOST_LATE * link.packets()
        ? Optional.empty()
        : violation(
            "%d of %d packets left the link more than 1 ms late, the worst by %.1f ms (allowed: %.0f %%)",
            link.late(), link.packets(), link.worstLate() / MICROS_PER_MILLI, 100 * MOST_LATE);
  }

  private static Optional<String> violation(String form, Object... values) {
    return Optional.of(String.format(Locale.ROOT, form, values));
  }

  /**
   * A link was out of bounds in fork after fork, so the machine is too busy. No premise broke:
   * earlier results stand. The message is one sentence with value, bound and remedy.
   */
  public static final class LinkNotSteadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkNotSteadyException(String sentence) {
      super(sentence);
    }
  }
}
