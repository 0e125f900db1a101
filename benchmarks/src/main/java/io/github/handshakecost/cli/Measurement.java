package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Rounds;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run from its first file to its report. However it ends, what was measured is saved. */
final class Measurement {
  private final Plan plan;
  private final Forks forks;
  private final RunDirectory directory;
  private final Clock clock;
  private final PrintWriter out;
  private final PrintWriter err;

  Measurement(
      Plan plan,
      Forks forks,
      RunDirectory directory,
      Clock clock,
      PrintWriter out,
      PrintWriter err) {
    this.plan = plan;
    this.forks = forks;
    this.directory = directory;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /**
   * @throws ForkFailedException if a premise broke; the run is marked failed
   * @throws RunDirectoryException if something cannot be saved; what was saved before stays
   */
  void run(List<Warning> warnings) {
    final RunManifest manifest = manifest(warnings);
    directory.save(manifest);
    directory.saveEnvironment(Environment.capture(List.of(), List.of()));
    err.println(
        "Measuring %d cells of plan %s into %s"
            .formatted(plan.cells().size(), plan.name(), directory.path()));
    try (Interruption interruption = Interruption.whenItComes(() -> interrupted(manifest), err)) {
      final String note;
      try {
        note =
            new Rounds(plan, forks, directory, new ProgressLines(err), System::nanoTime)
                .run()
                .orElse(null);
      } catch (RuntimeException e) {
        interruption.neverReturnIfUnderWay();
        failed(manifest, e);
        throw e;
      }
      interruption.neverReturnIfUnderWay();
      out.print(end(manifest, End.COMPLETE, note));
      out.println("Saved in " + directory.path());
      out.flush();
    }
  }

  private RunManifest manifest(List<Warning> warnings) {
    final BuildCommit build = BuildCommit.ofThisBuild();
    return new RunManifest(
        RunManifest.SCHEMA,
        plan.name(),
        plan.cells(),
        plan.seed(),
        plan.effort().precision(),
        plan.effort().budget().toSeconds(),
        build.commit(),
        build.dirty(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        warnings,
        End.RUNNING,
        null);
  }

  /** A disk that is full cannot take the end either; what was saved before says RUNNING then. */
  private void failed(RunManifest manifest, RuntimeException why) {
    try {
      if (why instanceof ForkFailedException fork) {
        directory.withdraw(fork.cell());
      }
      end(manifest, End.FAILED, why.getMessage());
    } catch (RunDirectoryException e) {
      why.addSuppressed(e);
    }
    err.println();
    err.println("The run has failed. What was finished before is kept in " + directory.path());
  }

  private void interrupted(RunManifest manifest) {
    end(
        manifest,
        End.INTERRUPTED,
        "interrupted before it was complete; its finished forks are kept");
    err.println(
        "Interrupted. The finished forks are saved and reported, marked incomplete: "
            + directory.path());
  }

  /** Writes the end into the directory, and the reports beside it. */
  private String end(RunManifest manifest, End how, @Nullable String why) {
    directory.save(manifest.ended(how, why));
    final List<ForkRecord> done = directory.load().forks();
    directory.saveEnvironment(
        Environment.capture(
            done.stream().flatMap(fork -> fork.jmh().jvmArgs().stream()).distinct().toList(),
            done.stream().map(fork -> fork.measurement().facts()).distinct().toList()));
    return Reports.write(directory);
  }
}
