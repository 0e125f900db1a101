package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prediction names its run, and refuses a run that may not be quoted. */
class PredictCommandTest {
  private static final Run RUN =
      SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "5ms", "50ms"), 3);
  private static final List<String> QUESTIONS = List.of("--rtt=60ms", "--ratio=3");

  @TempDir private Path temporary;

  @Test
  void runCommitAndPlaceAreNamed() {
    for (final String question : QUESTIONS) {
      final Console console = predict(RUN, question);

      assertThat(console.exitCode()).isZero();
      assertThat(words(console))
          .contains(
              "By run, commit abc1234, TLS 1.3, httpclient5, body 1024, key ec-p256, serverTls auto, transport auto, placement same-core.")
          .doesNotContain("INCOMPLETE", "UNSETTLED");
    }
  }

  @Test
  void failedRunIsRefused() {
    final Run failed =
        SampleRuns.with(RUN, RUN.manifest().ended(RunManifest.End.FAILED, "a 500 in round 4"));
    for (final String question : QUESTIONS) {
      final Console console = predict(failed, question);

      assertThat(console.exitCode()).isEqualTo(2);
      assertThat(console.out()).isEmpty();
      assertThat(console.err().lines()).hasSize(1);
      assertThat(console.err())
          .contains("has failed (a 500 in round 4)", "name another run")
          .doesNotContain("Exception");
    }
  }

  @Test
  void everyOtherMarkStandsOnTop() {
    final Run marked =
        SampleChanges.ended(
            SampleChanges.made(
                SampleChanges.unsettled(
                    SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "5ms", "50ms"), 1)),
                "2026-02-02T00:00:00Z",
                "fff",
                true),
            RunManifest.End.INTERRUPTED);
    for (final String question : QUESTIONS) {
      final Console console = predict(marked, question);

      assertThat(console.exitCode()).isZero();
      assertThat(console.out())
          .startsWith("- INCOMPLETE (interrupted, 1 round)\n- UNDECIDED: ")
          .contains("\n- UNSETTLED: 12 of 12 measurements", "\n- DIRTY: the code");
      assertThat(words(console)).contains("run, commit fff with uncommitted changes, TLS 1.3");
    }
  }

  private Console predict(Run run, String question) {
    final Path path = temporary.resolve(question).resolve("run");
    return Console.run("predict", SavedRuns.save(run, path).path().toString(), question);
  }

  /** Without the breaks of lines. */
  private static String words(Console console) {
    return String.join(" ", console.out().lines().toList());
  }
}
