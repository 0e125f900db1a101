package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something seen in one fork.
 *
 * @param flag what it makes of the fork's cell; absent where it says nothing against the figures
 * @param what the same words for each fork in which it is seen, after "n of m forks"
 * @param figures of this fork; may be empty
 */
record ForkFinding(
    ForkRecord fork, @Nullable Flag flag, String what, String figures, String remedy) {

  /** One sentence for all the forks in which the same was seen. */
  static String sentence(String where, List<ForkFinding> alike, int forks) {
    final ForkFinding first = alike.get(0);
    final String figures =
        first.figures.isEmpty()
            ? ""
            : " (round %d: %s)".formatted(first.fork.round(), first.figures);
    return "%s: %d of %d forks %s%s; %s"
        .formatted(where, alike.size(), forks, first.what, figures, first.remedy);
  }
}
