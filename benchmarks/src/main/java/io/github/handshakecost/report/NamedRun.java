package io.github.handshakecost.report;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Figures;
import io.github.handshakecost.stats.Summarizer;
import java.nio.file.Path;
import java.util.List;

/**
 * A saved run among others.
 *
 * @param summary what the run says
 * @param machine what it ran on
 */
public record NamedRun(Run run, Summary summary, Machine machine) {

  /**
   * Reads a run.
   *
   * @throws UnreadableRunException if there is none, or one of its files cannot be understood
   */
  public static NamedRun load(Path directory) {
    final Run run = RunDirectory.open(directory).load();
    return of(run, Summarizer.summarize(run));
  }

  static NamedRun of(Run run, Summary summary) {
    return new NamedRun(run, summary, Machine.of(run));
  }

  /** Whether both are one run, whatever they are called. */
  public boolean isSameAs(NamedRun other) {
    return run.manifest().equals(other.run.manifest()) && run.forks().equals(other.run.forks());
  }

  /** That of its directory. */
  public String name() {
    return run.name();
  }

  /** Seven digits of the commit. */
  String commit() {
    return Marks.abbreviated(run.manifest().commit());
  }

  String startedAt() {
    return run.manifest().startedAt();
  }

  /** What is not as it should be, in a word each. */
  List<String> marks() {
    return Marks.words(run, summary);
  }

  /** Name, commit, start, rounds, JDK and CPU, separated by commas. */
  String line() {
    return "%s, %s, started %s, %s, JDK %s, %s"
        .formatted(
            name(),
            Marks.commit(run.manifest()),
            startedAt(),
            Figures.counted(summary.rounds(), "round"),
            machine.jdk(),
            machine.line());
  }
}
