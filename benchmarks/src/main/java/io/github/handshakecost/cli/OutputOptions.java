package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.FeasibleCells;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The outputs of a run. */
final class OutputOptions {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.Directory.class,
      description =
          "Save the run in this new or empty directory (default: results/<UTC time>-<commit>).")
  private @Nullable Path out;

  @Option(
      names = "--pcap",
      paramLabel = "FILE",
      description =
          "Also save the packets of every delay line, at the client's end; at most 256 MiB.")
  private @Nullable Path pcap;

  /**
   * Creates the directory of the run.
   *
   * @param suffix of its default name
   * @throws UsageException if --out names a file or a directory with content
   * @throws CannotRunException if the directory cannot be created for another reason
   */
  <T> T create(Clock clock, String suffix, Function<Path, T> maker) {
    final String name =
        NAME.format(clock.instant()) + "-" + BuildCommit.ofThisBuild().abbreviated() + suffix;
    try {
      return maker.apply(out == null ? Path.of("results", name) : out);
    } catch (RunDirectoryException e) {
      if (out != null) {
        refuseExisting(out);
      }
      throw new CannotRunException(String.valueOf(e.getMessage()));
    }
  }

  private static void refuseExisting(Path out) {
    final String[] content = out.toFile().list();
    if (content != null && content.length > 0) {
      throw new UsageException(
          "--out %s is not empty; name a new or empty directory%s"
              .formatted(
                  out,
                  RunDirectory.isAt(out)
                      ? ", or continue the run in it with run --resume " + out
                      : ""));
    }
    Stream.iterate(out.toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(path -> Files.exists(path) && !Files.isDirectory(path))
        .findFirst()
        .ifPresent(
            file -> {
              throw new UsageException(
                  "--out %s: %s is a file; name a new or empty directory".formatted(out, file));
            });
  }

  /**
   * @throws UsageException if there will be no packets
   * @throws CannotRunException if the file cannot be written
   */
  void requirePackets(FeasibleCells reachable) {
    if (pcap == null) {
      return;
    }
    if (!reachable.distant()) {
      throw new UsageException(
          "--pcap %s: without a delay line there are no packets to save; give an rtt above 0ms, e.g. -p rtt=20ms"
              .formatted(pcap));
    }
    try {
      Files.newOutputStream(pcap, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new CannotRunException(
          "--pcap %s cannot be written (%s); name a file in a directory that you may write to"
              .formatted(pcap, e.getClass().getSimpleName()));
    }
  }

  /** System properties for the forks. */
  Map<String, String> properties() {
    return pcap == null ? Map.of() : Map.of(TrialOptions.PCAP, pcap.toAbsolutePath().toString());
  }
}
