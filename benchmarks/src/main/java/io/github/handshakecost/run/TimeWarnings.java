package io.github.handshakecost.run;

import io.github.handshakecost.result.Warning;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a run says when its time budget is too short for its plan. */
final class TimeWarnings {
  private TimeWarnings() {}

  static Warning dropped(List<Group> dropped, int fitting, Effort effort, Duration round) {
    return new Warning(
        "%s not measured: with it a round takes about %d s here, and the time budget of %d s holds %d of them, of at least %d"
            .formatted(
                dropped.stream()
                    .map(group -> "group " + group.label())
                    .collect(Collectors.joining(" and ")),
                round.toSeconds(),
                effort.budget().toSeconds(),
                fitting,
                effort.leastRounds()),
        "raise --time-budget, or name fewer cells with -p");
  }

  static String outOfTime(int rounds, Effort effort, Duration round) {
    return "stopped after %d of at least %d rounds, because another round of about %d s would pass the time budget of %d s; raise --time-budget or measure fewer cells"
        .formatted(rounds, effort.leastRounds(), round.toSeconds(), effort.budget().toSeconds());
  }
}
