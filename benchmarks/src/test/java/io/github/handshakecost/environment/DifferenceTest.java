package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DifferenceTest {
  private static final Map<String, Object> SAVED =
      Map.of(
          "cpu", Map.of("model", "Example CPU", "count", 2),
          "sysctl", Map.of("net.ipv4.tcp_tw_reuse", "2"),
          "flags", List.of("-Xmx256m"),
          "negotiated", List.of(Map.of("jdk", "17")));

  @Test
  void sameEnvironmentHasNoDifference() {
    assertThat(Difference.first(SAVED, SAVED)).isEmpty();
  }

  @Test
  void entriesOfForksDoNotCount() {
    assertThat(Difference.first(SAVED, with("flags", List.of(), "negotiated", List.of())))
        .isEmpty();
  }

  @Test
  void differenceIsNamedWithBothValues() {
    assertThat(Difference.first(SAVED, with("cpu", Map.of("model", "Example CPU", "count", 4))))
        .hasValue(new Difference("cpu.count", "2", "4"));
    assertThat(Difference.first(SAVED, with("sysctl", Map.of("net.ipv4.tcp_tw_reuse", "1"))))
        .hasValue(new Difference("sysctl.net.ipv4.tcp_tw_reuse", "2", "1"));
  }

  @Test
  void missingKeyIsADifference() {
    assertThat(Difference.first(Map.of(), Map.of("jdk", "17")))
        .hasValue(new Difference("jdk", "absent", "17"));
    assertThat(Difference.first(Map.of("jdk", "17"), Map.of()))
        .hasValue(new Difference("jdk", "17", "absent"));
  }

  @Test
  void thisMachineEqualsItself() {
    final Map<String, Object> here = Environment.capture(List.of(), List.of());

    assertThat(Difference.first(here, Environment.capture(List.of("-Xmx1g"), List.of()))).isEmpty();
  }

  @Test
  void thisMachineEqualsItsSavedEnvironment(@TempDir Path temporary) {
    final Map<String, Object> here = Environment.capture(List.of(), List.of());
    final RunDirectory directory =
        SavedRuns.save(
            new Run("run", SampleRuns.manifest(SampleRuns.headline()), List.of(), here),
            temporary.resolve("run"));

    assertThat(Difference.first(directory.load().environment(), here)).isEmpty();
  }

  private static Map<String, Object> with(Object... entries) {
    final Map<String, Object> changed = new LinkedHashMap<>(SAVED);
    for (int i = 0; i < entries.length; i += 2) {
      changed.put((String) entries[i], entries[i + 1]);
    }
    return changed;
  }
}
