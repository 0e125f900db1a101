package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AmortisationSectionTest {
  @Test
  void loopsAloneHaveNone() {
    assertThat(
            sections(
                List.of(
                    SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
                    SampleRuns.cell("yearly-records", "new-client", "tls1.3"))))
        .isEmpty();
  }

  @Test
  void tableHasThePooledPolicyAndAnIntervalInEachCell() {
    final Block.Figure figure =
        (Block.Figure)
            sections(SampleRuns.headline()).stream()
                .filter(Block.Figure.class::isInstance)
                .findFirst()
                .orElseThrow();

    assertThat(figure.table().columns())
        .containsExactly(
            "requests", "new-connection-resumed", "new-connection-full", "new-client", "pooled");
    assertThat(figure.table().rows())
        .allSatisfy(
            row ->
                assertThat(row.subList(1, row.size()))
                    .allSatisfy(cell -> assertThat(cell).matches("\\S+ \\[\\S+, \\S+]")));
    assertThat(figure.table().rows().stream().map(row -> row.get(4)).distinct()).hasSize(1);
  }

  private static List<Block> sections(List<Cell> cells) {
    return SampleNamedRuns.blocks(AmortisationSection::of, subject(cells));
  }

  private static NamedRun subject(List<Cell> cells) {
    final Run run = SampleRuns.of(cells, 3);
    return NamedRun.of(run);
  }
}
