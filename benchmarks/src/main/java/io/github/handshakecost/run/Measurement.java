package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import java.io.File;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run from its first file to its report. However it ends, its directory says how far it got,
 * and everything that was measured is saved and reported.
 */
public final class Measurement implements Rounds.Keeper {
  /** Exceptions that break no premise: the results stand, and the run can be continued. */
  private static final Set<Class<? extends RuntimeException>> RESUMABLE =
      Set.of(
          UsageException.class,
          CannotRunException.class,
          LinkNotSteadyException.class,
          RunDirectoryException.class);

  private final RunDirectory directory;
  private final @Nullable Run found;
  private final BiFunction<RunDirectory, End, String> reports;
  private final Clock clock;
  private final PrintWriter err;
  private final List<ForkRecord> kept = new ArrayList<>();
  private RunManifest manifest;
  private boolean withdrew;

  /**
   * Starts or continues a run.
   *
   * @param found the run to continue, or null for a new run
   * @param reports writes the reports of a run that has ended, and returns the one for the console
   */
  public Measurement(
      RunManifest manifest,
      RunDirectory directory,
      @Nullable Run found,
      BiFunction<RunDirectory, End, String> reports,
      Clock clock,
      PrintWriter err) {
    this.manifest = manifest;
    this.directory = directory;
    this.found = found;
    this.reports = reports;
    this.clock = clock;
    this.err = err;
    if (found != null) {
      kept.addAll(found.forks());
    }
  }

  /**
   * Measures and reports.
   *
   * @return the report for the console
   * @throws ForkFailedException if no cell is left; the run is marked as failed
   * @throws RunDirectoryException if something cannot be saved; files saved before stay
   */
  public String run(Plan plan, Forks forks, Progress progress) {
    begin();
    err.println(
        "Measuring %s of plan %s into %s; Ctrl-C ends it and keeps the finished forks"
            .formatted(
                NumberFormats.counted(plan.cells().size(), "cell"), plan.name(), directory.path()));
    final String note;
    // Closed before the end is saved, so that a later Ctrl-C cannot mark the run as interrupted.
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      try {
        final Forks checked =
            found == null ? forks : new ResumeConsistencyCheck(forks, found.forks());
        note =
            new Rounds(plan, interruption.guarded(checked), this, progress, System::nanoTime)
                .run()
                .orElse(null);
      } finally {
        interruption.neverReturnIfUnderWay();
      }
    } catch (RuntimeException e) {
      err.println();
      err.println(failed(e));
      throw e;
    }
    return end(End.COMPLETE, note);
  }

  private void begin() {
    directory.removeUnfinished();
    directory.save(manifest);
    if (found == null || found.environment().isEmpty()) {
      directory.saveEnvironment(Environment.capture(List.of(), List.of()));
    }
  }

  private void interrupted() {
    // A terminal has printed ^C at the cursor.
    err.println();
    err.println("Interrupted. The finished forks are saved; continue with run --resume DIR");
    err.println();
    err.print(end(End.INTERRUPTED, RunManifest.BY_USER));
    err.flush();
  }

  /**
   * Saves the end of the run, and writes the reports from the saved files. The environment comes
   * first: a run that is marked as ended has all its files, even if this process is killed here.
   */
  private synchronized String end(End how, @Nullable String why) {
    directory.saveEnvironment(
        Environment.capture(
            kept.stream().flatMap(fork -> fork.jmh().jvmArgs().stream()).distinct().toList(),
            kept.stream().map(fork -> fork.measurement().facts()).distinct().toList()));
    directory.save(manifest.ended(how, why).closed(lastMoment(), kept.size()));
    return reports.apply(directory, how);
  }

  /** Now, or the start of the last fork if the clock has been set back since. */
  private String lastMoment() {
    return Stream.concat(
            Stream.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
            kept.stream().map(fork -> Instant.parse(fork.startedAt())))
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .toString();
  }

  /**
   * Saves how the run ended. On a full disk that may be impossible; the manifest then still says
   * RUNNING.
   *
   * @return a sentence about the state of the run
   */
  private synchronized String failed(RuntimeException why) {
    final boolean resumable = RESUMABLE.contains(why.getClass());
    try {
      if (resumable && found != null && kept.size() == found.forks().size()) {
        directory.save(found.manifest());
        return "The run was not continued; it is unchanged: " + directory.path();
      }
      err.print(end(resumable ? End.INTERRUPTED : End.FAILED, withoutPath(why.getMessage())));
      err.println();
    } catch (RunDirectoryException | UnreadableRunException e) {
      why.addSuppressed(e);
    }
    return resumable
        ? "The run is not complete. Its finished forks are kept; continue it with run --resume "
            + directory.path()
        : "The run has failed. Its finished forks are kept in " + directory.path();
  }

  /** The path of the directory is private, and reports are published. */
  private @Nullable String withoutPath(@Nullable String message) {
    return message == null ? null : message.replace(directory.path() + File.separator, "");
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
    for (final ForkRecord cell : fork) {
      final ForkRecord own = cell.of(manifest.origin());
      directory.save(own);
      kept.add(own);
    }
  }

  /**
   * Moves the files first, since a run with forks of an unplanned cell is unreadable. If they
   * cannot be moved the run fails, so that a broken premise never passes as a result.
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
}
