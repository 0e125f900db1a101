package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run of a prediction if none is named. */
final class SavedRunsTest {
  private static final List<Cell> AT_DISTANCES =
      SampleRuns.at(SampleRuns.headline(), "5ms", "20ms");

  @TempDir private Path results;

  @Test
  void newestRunWithAnIntervalIsTaken() {
    save("20260101T000000Z-a", AT_DISTANCES, 2);
    save("20260102T000000Z-b", AT_DISTANCES, 3);
    save("20260103T000000Z-c", AT_DISTANCES, 2);
    save("20260104T000000Z-d", SampleRuns.headline(), 3);

    assertThat(SavedRuns.newestForPrediction(results, "tls1.3", "httpclient5"))
        .hasFileName("20260102T000000Z-b");
  }

  @Test
  void runThatIsNotAsItShouldBeIsSkipped() {
    final Run run = SampleRuns.of(AT_DISTANCES, 3);
    save("20260101T000000Z-a", run);
    save("20260102T000000Z-b", SampleChanges.made(run, "2026-01-02T00:00:00Z", "b", true));
    save("20260103T000000Z-c", SampleChanges.ended(run, RunManifest.End.RUNNING));
    save(
        "20260104T000000Z-d",
        SampleChanges.ended(SampleRuns.of(AT_DISTANCES, 2), RunManifest.End.INTERRUPTED));
    save("20260105T000000Z-e", SampleChanges.ended(run, RunManifest.End.FAILED));
    save("20260106T000000Z-f", SampleChanges.unsettled(run));
    save("20260107T000000Z-g", SampleChanges.withFact(run, "injected", "RESET"));

    assertThat(SavedRuns.newestForPrediction(results, "tls1.3", "httpclient5"))
        .hasFileName("20260101T000000Z-a");
  }

  @Test
  void withoutOneTheRemedyIsNamed() {
    save("20260103T000000Z-c", AT_DISTANCES, 2);

    assertThatThrownBy(() -> SavedRuns.newestForPrediction(results, "tls1.3", "httpclient5"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "no run in " + results, "can predict tls1.3 with httpclient5", "predict --help lists")
        .hasMessageEndingWith("measure one with run -p rtt=5ms,20ms,50ms -p protocol=tls1.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "tls1.3"})
  void committedRunsHaveAModel(String protocol) {
    assertThat(
            SavedRuns.newestForPrediction(Path.of("..", "results"), protocol, "httpclient5")
                .resolve("run.json"))
        .exists();
  }

  @Test
  void helpListsAllConditions() {
    assertThat(Console.run("predict", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "complete",
            "committed code",
            "all forks settled",
            "at least 3 rounds",
            "two round-trip times above 0 ms or more",
            "the protocol and the client that are asked for",
            "the benchmark request under the policies pooled and new-client");
  }

  private void save(String name, List<Cell> cells, int rounds) {
    save(name, SampleRuns.of(cells, rounds));
  }

  private void save(String name, Run run) {
    io.github.handshakecost.result.SavedRuns.save(run, results.resolve(name));
  }
}
