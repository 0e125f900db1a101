package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Difference;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run that was killed or interrupted, and may go on. Rounds are compared with each other, so all
 * of them have to come from one program on one machine.
 *
 * @param found what is saved
 * @param plan as it was begun
 */
record Resumption(RunDirectory directory, Run found, Plan plan) {

  /**
   * @throws UsageException if there is nothing to go on with
   */
  static Resumption of(Path path) {
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
          "%s has failed (%s), and a failed run is not continued; remove the cause and measure again"
              .formatted(path, manifest.sentence()));
    }
    found
        .missing()
        .ifPresent(
            missing -> {
              throw new UsageException(
                  "%s was interrupted, and %s; restore the missing forks, or measure again"
                      .formatted(path, missing));
            });
    return new Resumption(directory, found, Plan.of(manifest));
  }

  /**
   * @throws CannotRunException if the code is not that of the run, or nobody can tell
   */
  void requireCode(BuildCommit build) {
    final RunManifest manifest = found.manifest();
    if (!manifest.commit().equals(build.commit())) {
      throw new CannotRunException(
          "%s was begun by commit %s, and this is commit %s: check out the first and build it, or measure again"
              .formatted(directory.path(), manifest.commit(), build.commit()));
    }
    if (manifest.dirty() || build.dirty() || !build.known()) {
      throw new CannotRunException(
          "it is unknown whether %s was begun by the same code as this, because %s; measure again from a commit"
              .formatted(
                  directory.path(),
                  build.known()
                      ? "it had changes that commit %s does not hold".formatted(build.abbreviated())
                      : "the build did not know its commit"));
    }
  }

  /**
   * What a fork does not tell of itself, such as a profiler that ran beside it, would enter as a
   * difference between its rounds.
   *
   * @param now what JMH is given
   * @throws UsageException if it was given something else when the run was begun
   */
  void requireJmhArguments(List<String> now) {
    final List<String> begun = found.manifest().jmhArguments();
    if (!begun.equals(now)) {
      throw new UsageException(
          "%s was begun with %s for JMH, and now JMH is given %s: continue it with the same options, or measure again"
              .formatted(directory.path(), words(begun), words(now)));
    }
  }

  private static String words(List<String> arguments) {
    return arguments.isEmpty() ? "no options" : String.join(" ", arguments);
  }

  /**
   * @param now what the machine says of itself
   * @throws CannotRunException if it said something else when the run was begun
   */
  void requireEnvironment(Map<String, Object> now) {
    if (found.environment().isEmpty() && found.forks().isEmpty()) {
      return;
    }
    Difference.first(found.environment(), now)
        .ifPresent(
            difference -> {
              throw new CannotRunException(
                  "%s was begun where %s was %s, and here it is %s: continue it on the same machine, or measure again"
                      .formatted(
                          directory.path(),
                          difference.key(),
                          difference.saved(),
                          difference.now()));
            });
  }
}
