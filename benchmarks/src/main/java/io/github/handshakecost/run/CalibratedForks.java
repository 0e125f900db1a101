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

  @Override
  public ForkRecord measure(int round, Cell cell) {
    for (int discarded = 0; ; discarded++) {
      final ForkRecord fork = forks.measure(round, cell);
      final LinkRecord link = fork.measurement().link();
      final Optional<String> violation =
          link == null ? Optional.empty() : LinkBounds.violation(link);
      if (violation.isEmpty()) {
        return link == null ? fork : fork.with(link.after(discarded));
      }
      if (discarded + 1 == MOST_TRIES) {
        throw new ForkFailedException(
            cell,
            "%s: %s, in each of %d forks; leave the machine to the run, or take another rtt"
                .formatted(cell.label(), violation.get(), MOST_TRIES));
      }
    }
  }
}
