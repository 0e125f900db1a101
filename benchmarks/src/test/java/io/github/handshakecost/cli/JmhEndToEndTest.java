package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jmh RequestBenchmark} as a user gives it. */
final class JmhEndToEndTest {
  private static final List<String> SHORT =
      List.of(
          "-f 1 -wi 1 -w 200ms -i 2 -r 200ms -rf json -foe true -jvmArgsAppend -Dhandshakecost.warmUpMillis=200"
              .split(" "));

  @TempDir private Path folder;

  @Test
  void fourThreadsAreFourUsersAndTheLedgerIsAmongTheResults() throws IOException {
    final JsonNode result =
        jmh(
            "RequestBenchmark",
            "-t",
            "4",
            "-p",
            "policy=pooled",
            "-prof",
            "gc",
            "-prof",
            "jfr:dir=" + folder);

    assertThat(result.get("threads").asInt()).isEqualTo(4);
    assertThat(result.get("params").get("otherAxes").asText()).isEqualTo("users:4");
    assertThat(result.get("params").get("placement").asText()).isEqualTo("free");
    final JsonNode secondary = result.get("secondaryMetrics");
    assertThat(secondary.fieldNames())
        .toIterable()
        .contains("connections", "handshakes.full", "cpu.server", "gc.alloc.rate.norm");
    assertThat(secondary.get("connections").get("score").asDouble()).isLessThan(0.1);
    assertThat(secondary.get("cpu.server").get("score").asDouble()).isPositive();
    // JMH names its folder after all parameters.
    assertThat(folder).isDirectoryRecursivelyContaining("glob:**.jfr");
  }

  @Test
  void newClientsOfFourUsersMakeAConnectionForEachRequest() throws IOException {
    final JsonNode result =
        jmh("RequestBenchmark", "-t", "4", "-p", "policy=new-client-shared-context");

    final JsonNode secondary = result.get("secondaryMetrics");
    assertThat(secondary.get("connections").get("score").asDouble()).isEqualTo(1);
    assertThat(
            secondary.get("handshakes.full").get("score").asDouble()
                + secondary.get("handshakes.resumed").get("score").asDouble())
        .isCloseTo(1, within(1e-9));
  }

  /** A ClientHello with two key shares is longer (RFC 8446 section 4.2.8). */
  @ParameterizedTest
  @CsvSource({"jdk, secp256r1", "conscrypt, x25519mlkem768"})
  void clientOffersItsOneGroup(String library, String group) throws IOException {
    assertThat(bytesIn(library, group)).isLessThan(bytesIn(library, "default"));
  }

  private double bytesIn(String library, String group) throws IOException {
    return jmh(
            "RequestBenchmark",
            "-p",
            "policy=new-connection-full",
            "-p",
            "clientTls=" + library,
            "-p",
            "group=" + group)
        .get("secondaryMetrics")
        .get("bytes.in")
        .get("score")
        .asDouble();
  }

  private JsonNode jmh(String... arguments) throws IOException {
    final Path results = folder.resolve("results.json");
    final Console console =
        Console.run(
            Stream.of(
                    Stream.of("jmh"),
                    Stream.of(arguments),
                    SHORT.stream(),
                    Stream.of("-rff", results.toString()),
                    Stream.of("-o", folder.resolve("jmh.txt").toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    assertThat(console.exitCode()).as(console.err()).isZero();
    return new ObjectMapper().readTree(Files.readString(results)).get(0);
  }
}
