package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchmarkActionJsonTest {
  private static final Run RUN = SampleChanges.on(SampleRuns.complete(3), SampleNamedRuns.OLD);

  @Test
  void completeRunGivesGoldenFile() throws IOException {
    Golden.assertSame("complete/benchmark-action.json", render(RUN));
  }

  @Test
  void everyEntryHasANameOfItsOwnAndNoTime() throws IOException {
    final Run far = SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3);
    final List<String> names = new ArrayList<>();
    for (final JsonNode entry : json(far)) {
      names.add(entry.get("name").asText());
      assertThat(entry.get("unit").asText()).isIn("x pooled", "per request");
      assertThat(entry.get("value").isNumber()).isTrue();
      assertThat(entry.get("name").asText()).contains("protocol=", "rtt=", "client=", "placement=");
    }
    assertThat(names).doesNotHaveDuplicates().hasSize(3 * (4 + 3 * 6));
  }

  @Test
  void namesDoNotDependOnWhatElseWasMeasured() throws IOException {
    final List<String> names = new ArrayList<>();
    json(RUN).forEach(entry -> names.add(entry.get("name").asText()));

    json(SampleRuns.of(SampleRuns.headline().subList(0, 2), 3))
        .forEach(entry -> assertThat(names).contains(entry.get("name").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, INCOMPLETE (running, measure again to the end",
    "FAILED, FAILED (3 rounds), find what broke its premise"
  })
  void runThatDidNotComeToItsEndCannotBeCharted(RunManifest.End end, String why, String remedy)
      throws IOException {
    assertRefused(SampleChanges.ended(RUN, end), why, remedy);
  }

  /** Its range says how well each ratio is known. */
  @Test
  void decidedRunIsChartedHoweverImprecise() throws IOException {
    final Run asked = SampleRuns.with(RUN, SampleChanges.asked(RUN.manifest(), 0.000_1));

    assertThat(json(asked).isArray()).isTrue();
    assertThat(json(asked).get(0).has("range")).isTrue();
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsIsCharted() throws IOException {
    assertThat(json(SampleChanges.ended(RUN, RunManifest.End.INTERRUPTED)).isArray()).isTrue();
  }

  @Test
  void injectedFaultsCannotBeCharted() throws IOException {
    assertRefused(
        SampleChanges.withFact(RUN, "injected", "RESET"),
        "INJECTED: the server injected on purpose: RESET",
        "without injecting");
  }

  @Test
  void undecidedRunCannotBeCharted() throws IOException {
    assertRefused(SampleRuns.of(SampleRuns.headline(), 2), "UNDECIDED: ", "more --rounds");
  }

  @Test
  void runFromDirtyTreeCannotBeCharted() throws IOException {
    assertRefused(
        SampleChanges.made(RUN, "2026-01-02T03:04:05Z", "abc1234def", true),
        "DIRTY: the code had uncommitted changes",
        "commit the changes");
  }

  @Test
  void runWithoutRequestsCannotBeCharted() throws IOException {
    assertRefused(
        SampleRuns.of(List.of(SampleRuns.cell("yearly-records", "pooled", "tls1.3")), 3),
        "no cell of benchmark request",
        "plan");
  }

  @Test
  void everyReasonIsGiven() throws IOException {
    final Run bad =
        SampleChanges.made(
            SampleChanges.ended(SampleRuns.of(SampleRuns.headline(), 1), RunManifest.End.FAILED),
            "2026-01-02T03:04:05Z",
            "c",
            true);

    assertThat(json(bad).get("refused").asText())
        .contains("FAILED (", "; UNDECIDED: ", "; DIRTY: ");
  }

  @Test
  void unsettledRunIsChartedWithItsMark() throws IOException {
    final JsonNode entries = json(SampleChanges.unsettled(RUN));

    assertThat(entries.isArray()).isTrue();
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.get("extra").asText()).contains("not settled"));
  }

  /** The action calls {@code map}, which an array has and an object has not. */
  private static void assertRefused(Run run, String why, String remedy) throws IOException {
    final JsonNode refusal = json(run);
    assertThat(refusal.isObject()).isTrue();
    assertThat(refusal.get("refused").asText()).contains(why);
    assertThat(refusal.get("remedy").asText()).contains(remedy);
    assertThat(refusal.size()).isEqualTo(2);
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(render(run));
  }

  private static String render(Run run) {
    return BenchmarkActionJson.render(SampleNamedRuns.named("20260102T030405Z-abc1234", run));
  }
}
