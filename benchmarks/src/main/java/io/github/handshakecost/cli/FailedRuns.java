package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.RunManifest;
import java.nio.file.Path;
import java.util.Objects;

/** Nothing of a failed run may be quoted, and nothing concluded from it. */
final class FailedRuns {
  private FailedRuns() {}

  /**
   * Refuses a run that has failed.
   *
   * @param consequence for it, and the remedy
   * @throws UsageException if it has
   */
  static void refuse(Path path, RunManifest manifest, String consequence) {
    if (manifest.end() == RunManifest.End.FAILED) {
      throw new UsageException(
          "%s has failed (%s), and %s, or remove the cause and measure anew"
              .formatted(
                  path,
                  Objects.requireNonNullElse(manifest.sentence(), "it does not say why"),
                  consequence));
    }
  }
}
