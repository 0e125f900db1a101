package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.PrivateNetworkHere;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run at a distance beside what its packets say. Other programs delay packets, so no other test
 * runs meanwhile.
 */
@Tag("alone")
final class DistanceEndToEndTest {
  @TempDir private Path temporary;

  @BeforeAll
  static void networkCanBeMade() {
    PrivateNetworkHere.prefixOrSkip();
  }

  /**
   * Three roads to the same times: the client's clocks, the kernel's counters and the packets. The
   * client's TLS library is the one that does least before its first packet, which packets do not
   * show, and needs no warm JVM for it. They include the first request and each lead-in, which the
   * clocks leave out.
   */
  @Test
  void clocksKernelAndPacketsAgree() throws Exception {
    final Path file = temporary.resolve("link.pcap");
    final JsonNode summary =
        measure(
            "--rounds",
            "3",
            "--warm-up",
            "2s",
            "-p",
            "rtt=20ms,60ms",
            "-p",
            "policy=new-connection-full",
            "-p",
            "protocol=tls1.3",
            "-p",
            "clientTls=conscrypt",
            "--pcap",
            file.toString());

    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("cells")).hasSize(2);
    for (final JsonNode cell : summary.get("cells")) {
      assertThat(cell.get("mean").asDouble())
          .isGreaterThan(3 * micros(cell.get("params").get("rtt").asText()));
      // SYN, SYN-ACK, ACK, two flights, request, response, two FINs; some ACKs ride along.
      assertThat(cell.get("perRequest").get("segments").asDouble()).isBetween(14.0, 28.0);
    }
    assertThat(summary.get("roundTrips").findValuesAsText("cause"))
        .contains("tcp", "tls1.3-full", "total");
    final Pcap farthest = Pcap.read(file).connectingFor(micros("50ms"));
    assertThat(summary.get("cells").get(1).get("phases").get("tcp").asDouble())
        .isCloseTo(farthest.meanMicros(Pcap.Connection::connectMicros), withinPercentage(3));
    assertThat(leastHandshake("60ms"))
        .isCloseTo(farthest.leastMicros(Pcap.Connection::handshakeMicros), within(2_500.0));
  }

  /**
   * By the client's clock, which adds the client's work before its first packet. The least of all
   * blocks, because background load makes that work longer; a block is one request.
   */
  private double leastHandshake(String rtt) {
    return RunDirectory.open(temporary.resolve("run")).load().forks().stream()
        .filter(fork -> fork.cell().param("rtt").equals(rtt))
        .flatMap(fork -> fork.measurement().iterations().stream())
        .mapToDouble(block -> block.phases().tls())
        .min()
        .orElseThrow();
  }

  private JsonNode measure(String... arguments) throws Exception {
    final Path directory = temporary.resolve("run");
    final List<String> command =
        JavaCommand.of(
            List.of("-Djmh.ignoreLock=true", "-XX:TieredStopAtLevel=4"),
            Main.class,
            "run",
            "--quick",
            "--out",
            directory.toString(),
            "-i",
            "2",
            "-r",
            "10ms");
    command.addAll(List.of(arguments));
    final Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    final String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    final int exitCode = program.waitFor();
    Assumptions.assumeFalse(
        exitCode == 1 && said.contains("in each of 3 forks"),
        () -> "the machine is too busy for a link: " + said);
    assertThat(exitCode).as(said).isZero();
    assumeNothingWasDiscarded(RunDirectory.open(directory).load(), said);
    return new ObjectMapper().readTree(Files.readString(directory.resolve("summary.json")));
  }

  /** A fork whose link was off is not in the figures, but its packets are in the capture. */
  private static void assumeNothingWasDiscarded(Run run, String said) {
    Assumptions.assumeTrue(
        run.forks().size() == run.rounds() * run.manifest().cells().size()
            && run.forks().stream().allMatch(fork -> fork.measurement().link().discarded() == 0),
        () -> "the machine is too busy: a link was off\n" + said);
  }

  private static double micros(String rtt) {
    return 1e3 * Double.parseDouble(rtt.replace("ms", ""));
  }
}
