package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the packets of delay lines are written, if anywhere. */
final class PacketCapture {
  @Option(
      names = "--pcap",
      paramLabel = "FILE",
      description =
          "Also write the packets of every delay line, as the client's end sees them, 256 MiB at"
              + " most.")
  private @Nullable Path pcap;

  /**
   * What cannot be written has to be said now, and not by the first fork.
   *
   * @throws UsageException if there will be no packets
   * @throws CannotRunException if there is no place for them
   */
  void require(Reach reach) {
    if (pcap == null) {
      return;
    }
    if (!reach.isDistant()) {
      throw new UsageException(
          "--pcap %s: there are no packets to write without a delay line; give an rtt above 0ms, e.g. -p rtt=20ms"
              .formatted(pcap));
    }
    try {
      Files.newOutputStream(pcap, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new CannotRunException(
          "--pcap %s cannot be written (%s): give a file in a directory that this user may write to"
              .formatted(pcap, e.getClass().getSimpleName()));
    }
  }

  /** What forks have to be told of it. */
  Map<String, String> properties() {
    return pcap == null ? Map.of() : Map.of(TrialOptions.PCAP, pcap.toAbsolutePath().toString());
  }
}
