package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import io.github.handshakecost.stats.Figures;
import java.io.File;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The directory of one run while it is measured. The directory always says how far the run is. */
public final class Recording implements Rounds.Keeper {
  /** Exceptions that break no premise: the results stand, and the run can be continued. */
  private static final Set<Class<? extends RuntimeException>> RESUMABLE =
      Set.of(
          UsageException.class,
          CannotRunException.class,
          LinkNotSteadyException.class,
          RunDirectoryException.class);

  private final RunDirectory directory;
  private final BiFunction<Run, RunDirectory, String> reports;
  private final @Nullable Run found;
  private final List<ForkRecord> kept = new ArrayList<>();
  private RunManifest manifest;
  private boolean withdrew;

  /**
   * A new run.
   *
   * @param reports writes the reports of a run that has ended, and returns the one for the console
   */
  public Recording(
      RunManifest manifest,
      RunDirectory directory,
      BiFunction<Run, RunDirectory, String> reports) {
    this(manifest, directory, reports, null);
  }

  private Recording(
      RunManifest manifest,
      RunDirectory directory,
      BiFunction<Run, RunDirectory, String> reports,
      @Nullable Run found) {
    this.manifest = manifest;
    this.directory = directory;
    this.reports = reports;
    this.found = found;
    if (found != null) {
      kept.addAll(found.forks());
    }
  }

  /** A run that is continued. */
  public static Recording resumed(
      Resumption resumption,
      Clock clock,
      List<Warning> warnings,
      BiFunction<Run, RunDirectory, String> reports) {
    final Run saved = resumption.found();
    final Run found =
        new Run(saved.name(), saved.manifest(), resumption.wholeForks(), saved.environment());
    final List<Warning> more = new ArrayList<>(warnings);
    if (!found.forks().isEmpty()) {
      more.add(
          new Warning(
              "the run was continued at %s, after %s"
                  .formatted(
                      clock.instant().truncatedTo(ChronoUnit.SECONDS),
                      Figures.counted(found.forks().size(), "fork")),
              "the machine may have changed in between: check that rounds before and after agree"));
    }
    return new Recording(
        found.manifest().resumed(more), resumption.directory(), reports, found);
  }

  RunDirectory directory() {
    return directory;
  }

  RunManifest manifest() {
    return manifest;
  }

  /** Forks of a continued run have to match the saved ones. */
  Forks checked(Forks forks) {
    return found == null ? forks : new ResumeConsistencyCheck(forks, found.forks());
  }

  /** Whether the premise of a cell broke. */
  public boolean withdrew() {
    return withdrew;
  }

  @Override
  public synchronized List<ForkRecord> forks() {
    return List.copyOf(kept);
  }

  @Override
  public synchronized void keep(List<ForkRecord> fork) {
    fork.forEach(directory::save);
    kept.addAll(fork);
  }

  /**
   * Moves the files first, since a run with forks of an unplanned cell is unreadable. If they cannot
   * be moved the run fails, so that a broken premise never passes as a result.
   */
  @Override
  public synchronized void withdraw(Cell cell, String sentence) {
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
  public synchronized void drop(List<Cell> cells, Warning why) {
    manifest =
        manifest.narrowed(
            manifest.cells().stream().filter(cell -> !cells.contains(cell)).toList(), why);
    directory.save(manifest);
  }

  /**
   * @throws RunDirectoryException if the start cannot be saved
   */
  void begin() {
    directory.removeUnfinished();
    directory.save(manifest);
    if (found == null || found.environment().isEmpty()) {
      directory.saveEnvironment(Environment.capture(List.of(), List.of()));
    }
  }

  /**
   * Saves the end of the run, checks all saved files once more by loading them, and writes the
   * reports. The environment comes first: a run that is marked as ended has all its files, even if
   * this process is killed here.
   *
   * @return the report for the console
   */
  synchronized String end(End how, @Nullable String why) {
    directory.saveEnvironment(
        Environment.capture(
            kept.stream().flatMap(fork -> fork.jmh().jvmArgs().stream()).distinct().toList(),
            kept.stream().map(fork -> fork.measurement().facts()).distinct().toList()));
    directory.save(manifest.ended(how, why).withForkCount(kept.size()));
    return reports.apply(directory.load(), directory);
  }

  /**
   * Saves how the run ended. On a full disk that may be impossible; the manifest then still says
   * RUNNING.
   *
   * @return a sentence about the state of the run
   */
  synchronized String failed(RuntimeException why) {
    final boolean resumable = RESUMABLE.contains(why.getClass());
    try {
      if (resumable && found != null && kept.size() == found.forks().size()) {
        directory.save(found.manifest());
        return "The run was not continued; it is unchanged: " + directory.path();
      }
      end(resumable ? End.INTERRUPTED : End.FAILED, withoutPath(why.getMessage()));
    } catch (RunDirectoryException | UnreadableRunException e) {
      why.addSuppressed(e);
    }
    return resumable
        ? "The run is incomplete. Its finished forks are kept; continue it with run --resume "
            + directory.path()
        : "The run has failed. Its finished forks are kept in " + directory.path();
  }

  /** The path of the directory is private, and reports are published. */
  private @Nullable String withoutPath(@Nullable String message) {
    return message == null ? null : message.replace(directory.path() + File.separator, "");
  }
}
