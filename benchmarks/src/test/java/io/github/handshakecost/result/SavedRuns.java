package io.github.handshakecost.result;

import java.nio.file.Path;

/** Sample runs on disk. */
public final class SavedRuns {
  private SavedRuns() {}

  public static RunDirectory save(Run run, Path path) {
    final RunDirectory directory = RunDirectory.create(path);
    directory.save(run.manifest());
    if (!run.environment().isEmpty()) {
      directory.saveEnvironment(run.environment());
    }
    run.forks().forEach(fork -> directory.save(fork.of(run.manifest().origin())));
    return directory;
  }
}
