package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A saved file with bad content is refused with one sentence. */
final class UnreadableJsonTest {
  private static final String FORK =
      "forks/round-001-request_pooled_tls1.3_0ms_httpclient5_1024_ec-p256_auto_auto_same-core.json";
  private static final List<String> FILES = List.of("run.json", "environment.json", FORK);

  /** Bad content, and what the refusal says of it. */
  private static final Map<String, String> BAD =
      Map.ofEntries(
          Map.entry("", "is empty"),
          Map.entry(" \n", "is empty"),
          Map.entry("[]", "holds no JSON object"),
          Map.entry("null", "holds no JSON object"),
          Map.entry("7", "holds no JSON object"),
          Map.entry("{\"a\":1", "is not valid JSON"),
          Map.entry("{\"a\":1} {}", "is not valid JSON"),
          Map.entry("{\"a\":1,\"a\":2}", "is not valid JSON at line 1, column"),
          Map.entry("{\"a\":NaN}", "is not valid JSON"),
          Map.entry("\ufeff{}", "is not valid JSON"),
          Map.entry("[".repeat(5000), "is not valid JSON"),
          Map.entry("{\"a\":" + "9".repeat(5000) + "}", "is not valid JSON"));

  private final Path run;

  UnreadableJsonTest(@TempDir Path temp) {
    run = SavedRuns.save(SampleRuns.of(SampleRuns.headline(), 1), temp.resolve("run")).path();
  }

  static Stream<Arguments> badFiles() {
    return FILES.stream()
        .flatMap(file -> BAD.keySet().stream().map(text -> Arguments.of(file, text)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("badFiles")
  void badJsonIsNamedWithItsRemedy(String file, String text) throws IOException {
    assertThat(run.resolve(file)).isRegularFile();
    Files.writeString(run.resolve(file), text);

    assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageStartingWith(run.resolve(file) + " ")
        .hasMessageContaining(BAD.getOrDefault(text, ""))
        .hasMessageContaining("; ")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("Stream");
  }

  @Test
  void measurementThatIsNoJsonIsAnIoException() throws IOException {
    final Path file = Files.writeString(run.resolve("measurement"), "[".repeat(5000));

    assertThatThrownBy(() -> HandOver.readMeasurement(file)).isInstanceOf(IOException.class);
  }
}
