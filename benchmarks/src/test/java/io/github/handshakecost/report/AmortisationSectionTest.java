package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Summarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AmortisationSectionTest {
  private static final List<Cell> LOOP =
      List.of(
          SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
          SampleRuns.cell("yearly-records", "new-client", "tls1.3"));

  @Test
  void crowdedRunOfLoopsAloneHasNone() {
    assertThat(subject(atManyDistances(LOOP)).crowded()).isTrue();
    assertThat(sections(atManyDistances(LOOP))).isEmpty();
  }

  @Test
  void crowdedRunSaysThatItShowsOnePlaceOfMany() {
    // The first place has no pooled rung.
    final List<Cell> cells = new ArrayList<>(SampleRuns.headline().subList(1, 3));
    cells.addAll(atManyDistances(SampleRuns.headline().subList(4, 6)));

    assertThat(sections(cells)).filteredOn(Block.Figure.class::isInstance).hasSize(1);
    assertThat(MarkdownReport.render(sections(cells)))
        .contains("Shown for one place of 41.")
        .contains("### HTTP, rtt 1ms");
  }

  @Test
  void runOfFewPlacesShowsThemAll() {
    assertThat(sections(SampleRuns.headline()))
        .filteredOn(Block.Figure.class::isInstance)
        .hasSize(2);
    assertThat(MarkdownReport.render(sections(SampleRuns.headline())))
        .doesNotContain("Shown for one place");
  }

  @Test
  void tableHasThePooledRungAndAnIntervalInEachCell() {
    final Block.Figure figure =
        (Block.Figure)
            sections(SampleRuns.headline()).stream()
                .filter(Block.Figure.class::isInstance)
                .findFirst()
                .orElseThrow();

    assertThat(figure.table().rows().stream().map(row -> row.get(0)).toList())
        .containsExactly("new-connection-resumed", "new-connection-full", "new-client", "pooled");
    assertThat(figure.table().rows())
        .allSatisfy(
            row ->
                assertThat(row.subList(1, row.size()))
                    .allSatisfy(cell -> assertThat(cell).matches("\\S+ \\[\\S+, \\S+]")));
    assertThat(figure.table().rows().get(3).stream().skip(1).distinct()).hasSize(1);
  }

  private static List<Cell> atManyDistances(List<Cell> cells) {
    return SampleRuns.at(
        cells, IntStream.rangeClosed(1, 41).mapToObj(rtt -> rtt + "ms").toArray(String[]::new));
  }

  private static List<Block> sections(List<Cell> cells) {
    return AmortisationSection.of(subject(cells));
  }

  private static Subject subject(List<Cell> cells) {
    final Run run = SampleRuns.of(cells, 3);
    return Subject.of(run, Summarizer.summarize(run), Medium.PAGE);
  }
}
