package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.AlikeForks;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.Keeper;
import io.github.handshakecost.run.LinkNotSteadyException;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.WholeForks;
import io.github.handshakecost.stats.Figures;
import java.io.File;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run directory while it is filled. However that ends, the directory says so by itself. */
final class Recording implements Keeper {
  /** What breaks no premise: what was measured stands, and the rest may still be measured. */
  private static final Set<Class<? extends RuntimeException>> STOPS =
      Set.of(
          UsageException.class,
          CannotRunException.class,
          LinkNotSteadyException.class,
          RunDirectoryException.class);

  private final RunDirectory directory;
  private final Forks forks;
  private final @Nullable Run found;
  private final List<ForkRecord> kept = new ArrayList<>();
  private RunManifest manifest;
  private boolean withdrew;

  private Recording(
      RunDirectory directory, Forks forks, RunManifest manifest, @Nullable Run found) {
    this.directory = directory;
    this.forks = forks;
    this.manifest = manifest;
    this.found = found;
    if (found != null) {
      kept.addAll(found.forks());
    }
  }

  /**
   * A new run of this program.
   *
   * @param toJmh options that JMH is given
   */
  static Recording of(
      Plan plan,
      List<String> toJmh,
      RunDirectory directory,
      Forks forks,
      Clock clock,
      List<Warning> warnings) {
    return of(plan, toJmh, directory, forks, clock, warnings, BuildCommit.ofThisBuild());
  }

  static Recording of(
      Plan plan,
      List<String> toJmh,
      RunDirectory directory,
      Forks forks,
      Clock clock,
      List<Warning> warnings,
      BuildCommit build) {
    final List<Warning> all = new ArrayList<>(warnings);
    if (!build.known()) {
      all.add(
          new Warning(
              "the build did not know its commit, so nobody can tell which code was measured",
              "build from a clone of the repository and measure again"));
    }
    final RunManifest manifest =
        new RunManifest(
            RunManifest.SCHEMA,
            plan.name(),
            plan.cells(),
            plan.seed(),
            plan.effort().precision(),
            plan.effort().budget().toSeconds(),
            build.commit(),
            build.dirty(),
            now(clock),
            all,
            End.RUNNING,
            null,
            plan.effort().saved(),
            toJmh,
            null);
    return new Recording(directory, forks, manifest, null);
  }

  /** A run that goes on, without what it had saved of a fork in part. */
  static Recording resumed(
      RunDirectory directory, Run saved, Forks forks, Clock clock, List<Warning> warnings) {
    final Run found =
        new Run(
            saved.name(), saved.manifest(), WholeForks.of(saved, directory), saved.environment());
    final List<Warning> more = new ArrayList<>(warnings);
    if (!found.forks().isEmpty()) {
      more.add(
          new Warning(
              "the run was continued at %s, after %s"
                  .formatted(now(clock), Figures.counted(found.forks().size(), "fork")),
              "the machine may have changed in between: see whether rounds before and after agree"));
    }
    return new Recording(
        directory, new AlikeForks(forks, found.forks()), found.manifest().resumed(more), found);
  }

  private static String now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  RunDirectory directory() {
    return directory;
  }

  RunManifest manifest() {
    return manifest;
  }

  /** Where its forks come from. */
  Forks source() {
    return forks;
  }

  /** Whether a cell's premise broke. */
  boolean withdrew() {
    return withdrew;
  }

  @Override
  public List<ForkRecord> forks() {
    return List.copyOf(kept);
  }

  @Override
  public void keep(List<ForkRecord> fork) {
    fork.forEach(directory::save);
    kept.addAll(fork);
  }

  /**
   * Its files go first, since a run with forks of a cell that it has not planned cannot be read.
   * Where they cannot go the run fails: what broke its premise must not pass for good.
   */
  @Override
  public void withdraw(Cell cell, String sentence) {
    withdrew = true;
    try {
      directory.withdraw(cell);
    } catch (RunDirectoryException e) {
      final ForkFailedException failed = new ForkFailedException(sentence);
      failed.addSuppressed(e);
      throw failed;
    }
    kept.removeIf(fork -> fork.cell().equals(cell));
    drop(
        List.of(cell),
        new Warning(
            "%s was withdrawn, because its premise broke: %s".formatted(cell.label(), sentence),
            "remove the cause and measure it again; the other cells stand"));
  }

  @Override
  public void drop(List<Cell> cells, Warning why) {
    manifest =
        manifest.narrowed(
            manifest.cells().stream().filter(cell -> !cells.contains(cell)).toList(), why);
    directory.save(manifest);
  }

  /**
   * @throws RunDirectoryException if it cannot be saved
   */
  void begin() {
    directory.removeUnfinished();
    directory.save(manifest);
    if (found == null || found.environment().isEmpty()) {
      directory.saveEnvironment(Environment.capture(List.of(), List.of()));
    }
  }

  /**
   * Writes the end into the directory, and the reports beside it. The environment comes first: a
   * run that is said to have ended has all that it should have, whenever this is killed.
   *
   * @return the report for the console
   */
  Reports end(End how, @Nullable String why) {
    final List<ForkRecord> done = directory.load().forks();
    directory.saveEnvironment(
        Environment.capture(
            done.stream().flatMap(fork -> fork.jmh().jvmArgs().stream()).distinct().toList(),
            done.stream().map(fork -> fork.measurement().facts()).distinct().toList()));
    directory.save(manifest.ended(how, why).after(done.size()));
    return Reports.write(directory);
  }

  /**
   * A disk that is full cannot take the end either; what was saved before says RUNNING then.
   *
   * @return what has become of the run
   */
  String failed(RuntimeException why) {
    final boolean stop = STOPS.contains(why.getClass());
    try {
      if (stop) {
        return stopped(why);
      }
      end(End.FAILED, sentence(why));
    } catch (RunDirectoryException | UnreadableRunException e) {
      why.addSuppressed(e);
    }
    return stop
        ? incomplete()
        : "The run has failed. Its finished forks are kept in " + directory.path();
  }

  /** Where the directory lies is nobody's business but its user's, and reports are published. */
  private @Nullable String sentence(RuntimeException why) {
    return why.getMessage() == null
        ? null
        : why.getMessage().replace(directory.path() + File.separator, "");
  }

  private String stopped(RuntimeException why) {
    if (found != null && isAsItWas(found)) {
      directory.save(found.manifest());
      return "The run was not continued, and is as it was: " + directory.path();
    }
    end(End.INTERRUPTED, sentence(why));
    return incomplete();
  }

  private String incomplete() {
    return "The run is not complete. Its finished forks are kept; continue it with run --resume "
        + directory.path();
  }

  private boolean isAsItWas(Run before) {
    return directory.load().forks().size() == before.forks().size();
  }

  Reports interrupted() {
    return end(End.INTERRUPTED, RunManifest.BY_USER);
  }
}
