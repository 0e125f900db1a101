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

/** Whatever a saved file holds instead of what was written, it is refused with one sentence. */
final class UnreadableJsonTest {
  private static final String FORK =
      "forks/round-001-request_pooled_tls1.3_0ms_httpclient5_1024_ec-p256_auto_auto_same-core.json";
  private static final List<String> FILES = List.of("run.json", "environment.json", FORK);

  /** By what they do to a parser, and by what is said of them. */
  private static final Map<String, String> BAD =
      Map.ofEntries(
          Map.entry("", "is empty"),
          Map.entry(" \n", "is empty"),
          Map.entry("[]", "holds no JSON object"),
          Map.entry("null", "holds no JSON object"),
          Map.entry("7", "holds no JSON object"),
          Map.entry("{\"a\":1", "is not whole JSON"),
          Map.entry("{\"a\":1} {}", "is not whole JSON"),
          Map.entry("{\"a\":1,\"a\":2}", "has a field twice or goes wrong at line 1, column"),
          Map.entry("{\"a\":NaN}", "is not whole JSON"),
          Map.entry("\ufeff{}", "is not whole JSON"),
          Map.entry("[".repeat(5000) + "]".repeat(5000), "is nested deeper than 1,000 levels"),
          Map.entry("[".repeat(5000), "is nested deeper than 1,000 levels"),
          Map.entry(
              "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
              "is nested deeper than 1,000 levels"),
          Map.entry("{\"a\":" + "9".repeat(1001) + "}", "a number of more than 1,000 digits"),
          Map.entry("{\"a\":" + "9".repeat(5000) + "}", "a number of more than 1,000 digits"),
          Map.entry("{\"a\":0." + "1".repeat(1200) + "}", "a number of more than 1,000 digits"),
          Map.entry("{\"" + "a".repeat(50_001) + "\":1}", "a name of more than 50,000 characters"));

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
  void precisionOfManyDigitsIsRefused() throws IOException {
    replace("run.json", "\"precision\" : 0.05", "\"precision\" : 0.05" + "1".repeat(1200));

    assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContainingAll("run.json", "more than 1,000 digits", "restore that file");
  }

  @Test
  void roundOfManyDigitsIsRefused() throws IOException {
    replace(FORK, "\"round\":1", "\"round\":" + "1".repeat(5000));

    assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContainingAll(FORK, "more than 1,000 digits", "or leave it out");
  }

  @Test
  void asDeepAsMayBeIsRead() throws IOException {
    for (final String file : FILES) {
      final String deep = "[".repeat(990) + "9".repeat(1000) + "]".repeat(990);
      final String text = Files.readString(run.resolve(file));
      Files.writeString(run.resolve(file), text.replaceFirst("\\{", "{\"more\":" + deep + ","));
    }

    assertThat(RunDirectory.open(run).load().forks()).hasSameSizeAs(SampleRuns.headline());
  }

  @Test
  void measurementBeyondAllBoundsIsOneThatAForkDidNotLeave() throws IOException {
    final Path file = Files.writeString(run.resolve("measurement"), "[".repeat(5000));

    assertThatThrownBy(() -> HandOver.readMeasurement(file)).isInstanceOf(IOException.class);
  }

  private void replace(String file, String what, String by) throws IOException {
    final String text = Files.readString(run.resolve(file));
    assertThat(text).contains(what);
    Files.writeString(run.resolve(file), text.replace(what, by));
  }
}
