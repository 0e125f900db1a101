package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.run.CannotRunException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is saved. */
final class Destination {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = DirectoryConverter.class,
      description = "Where to save the run (default: results/<UTC time>-<commit>).")
  private @Nullable Path out;

  /**
   * Makes the directory.
   *
   * @param suffix of the name that it has by default
   * @throws CannotRunException if it cannot be made: said before anything is measured
   */
  <T> T create(Clock clock, String suffix, Function<Path, T> maker) {
    final Path path =
        out != null
            ? out
            : Path.of(
                "results",
                NAME.format(clock.instant())
                    + "-"
                    + BuildCommit.ofThisBuild().abbreviated()
                    + suffix);
    try {
      return maker.apply(path);
    } catch (RunDirectoryException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()));
    }
  }
}
