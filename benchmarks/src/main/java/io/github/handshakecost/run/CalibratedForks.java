package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.LinkRecord;
import java.util.Optional;

/** Throws a fork away whose link was not as asked, and measures it again. */
public final class CalibratedForks implements Forks {
  private static final int MOST_TRIES = 3;

  private final Forks forks;

  public CalibratedForks(Forks forks) {
    this.forks = forks;
  }

  /**
   * Measures a cell once, or a few times.
   *
   * @throws LinkNotSteadyException if the link was off in each
   */
  @Override
  public ForkRecord measure(int round, Cell cell) {
    for (int discarded = 0; ; discarded++) {
      final ForkRecord fork = forks.measure(round, cell);
      final LinkRecord link = fork.measurement().link();
      if (link == null) {
        return fork;
      }
      final Optional<String> violation = LinkBounds.violation(link);
      if (violation.isEmpty()) {
        return fork.with(link.after(discarded));
      }
      if (discarded + 1 == MOST_TRIES) {
        throw new LinkNotSteadyException(
            "%s: %s, in each of %d forks; leave the machine to the run, and continue it with run --resume%s"
                .formatted(
                    cell.label(),
                    violation.get(),
                    MOST_TRIES,
                    link.nominal() == 0 ? "" : ", or measure anew at another rtt"));
      }
    }
  }
}
