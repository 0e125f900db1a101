package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.stats.EarlyAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Records the progress. */
class ProgressLog implements Progress {
  /** The round, its step, all steps and the seconds left of each fork that started. */
  final List<String> starts = new ArrayList<>();

  final List<String> measured = new ArrayList<>();
  final List<EarlyAnswer> answers = new ArrayList<>();
  final List<String> dropped = new ArrayList<>();

  @Override
  public void starting(int round, int step, int steps, Group group, Duration left) {
    starts.add(round + " " + step + "/" + steps + " " + left.toSeconds());
  }

  @Override
  public void measuring(Cell cell) {
    measured.add(cell.param("policy") + " " + cell.param("rtt"));
  }

  @Override
  public void soFar(EarlyAnswer answer) {
    answers.add(answer);
  }

  @Override
  public void fitted(Duration round, int rounds, List<Group> without) {
    without.forEach(group -> dropped.add(group.label()));
  }

  @Override
  public void finished(GroupFork fork, Duration took) {}
}
