package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Warning;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A killed or interrupted run that can be continued. Its rounds are compared with each other, so
 * the same program on the same machine has to measure all of them.
 *
 * @param found the saved run
 */
public record Resumption(RunDirectory directory, Run found) {
  /** Parts of the environment that only the forks of a run can tell. */
  private static final Set<String> OF_FORKS = Set.of("flags", "negotiated");

  /** Loads a run; throws {@link UsageException} if it cannot be continued. */
  public static Resumption of(Path path) {
    final RunDirectory directory = RunDirectory.open(path);
    final Run found = directory.load();
    final RunManifest manifest = found.manifest();
    if (manifest.end() == End.COMPLETE) {
      throw new UsageException(
          "%s is already complete%s; print it with report"
              .formatted(path, found.shortfall().map(", and "::concat).orElse("")));
    }
    if (manifest.end() == End.FAILED) {
      throw new UsageException(
          "%s has failed (%s), and a failed run cannot be continued; remove the cause and measure again"
              .formatted(path, manifest.sentence()));
    }
    if (found.missing().isPresent()) {
      throw new UsageException(
          "%s was interrupted, and %s; restore the missing measurements, or measure again"
              .formatted(path, found.missing().get()));
    }
    return new Resumption(directory, found);
  }

  /** The plan with which the run was started. */
  public Plan plan() {
    return Plan.of(found.manifest());
  }

  /** Throws {@link CannotRunException} unless the run was certainly measured by this code. */
  public void requireCode(BuildCommit build) {
    final RunManifest manifest = found.manifest();
    if (!manifest.commit().equals(build.commit())) {
      throw new CannotRunException(
          "%s was started by commit %s, and this program is commit %s; check out and build the first, or measure again"
              .formatted(directory.path(), manifest.commit(), build.commit()));
    }
    if (manifest.dirty() || build.dirty() || !build.known()) {
      throw new CannotRunException(
          "it is unknown whether %s was started by the same code as this, because %s; measure again from a commit"
              .formatted(
                  directory.path(),
                  build.known()
                      ? "there were uncommitted changes to commit " + build.abbreviated()
                      : "the build did not know its commit"));
    }
  }

  /**
   * Checks options that a fork does not record, such as a profiler.
   *
   * @param now JMH options of this command line
   * @throws UsageException if the run was started with others
   */
  public void requireJmhArguments(List<String> now) {
    final List<String> begun = found.manifest().jmhArguments();
    if (!begun.equals(now)) {
      throw new UsageException(
          "%s was started with JMH options %s, and this command has %s; continue it with the same options, or measure again"
              .formatted(directory.path(), begun, now));
    }
  }

  /** Throws {@link CannotRunException} if the run was started on another machine or JDK. */
  public void requireEnvironment(Map<String, Object> now) {
    if (found.environment().isEmpty() && found.forks().isEmpty()) {
      return;
    }
    now.forEach(
        (key, value) -> {
          if (!OF_FORKS.contains(key)) {
            requireSame(key, found.environment().getOrDefault(key, "absent"), value);
          }
        });
  }

  private void requireSame(String key, Object saved, Object now) {
    if (now instanceof Map<?, ?> parts && saved instanceof Map<?, ?> before) {
      parts.forEach(
          (name, part) ->
              requireSame(
                  key + "." + name, String.valueOf(before.get(name)), String.valueOf(part)));
    } else if (!saved.toString().equals(now.toString())) {
      throw new CannotRunException(
          "%s was started where %s was %s, and here it is %s; continue it on the same machine, or measure again"
              .formatted(directory.path(), key, saved, now));
    }
  }

  /**
   * The saved run without incomplete forks. A killed run may have saved only some cells of its last
   * fork; their files are deleted, since that fork is measured again.
   */
  public Run wholeForks() {
    final List<ForkRecord> whole = new ArrayList<>(found.forks());
    for (final Group group : Group.of(found.manifest().cells())) {
      final List<ForkRecord> last = lastFork(group.cells());
      if (!last.isEmpty() && last.size() < group.cells().size()) {
        directory.discard(last);
        whole.removeAll(last);
      }
    }
    return new Run(found.name(), found.manifest(), whole, found.environment());
  }

  private List<ForkRecord> lastFork(List<Cell> cells) {
    return found.forks().stream()
        .filter(fork -> fork.round() == found.rounds() && cells.contains(fork.cell()))
        .toList();
  }

  /** The manifest of the continued run. */
  public static RunManifest manifest(Run whole, Instant now, List<Warning> warnings) {
    final List<Warning> more = new ArrayList<>(warnings);
    if (!whole.forks().isEmpty()) {
      more.add(
          new Warning(
              "the run was continued at %s, after %s"
                  .formatted(
                      now.truncatedTo(ChronoUnit.SECONDS),
                      NumberFormats.counted(whole.jvms(), "fork")),
              "the machine may have changed in between: check that rounds before and after agree"));
    }
    return whole.manifest().resumed(more);
  }
}
