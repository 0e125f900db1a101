package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A percentile is shown where each fork has operations enough to know it by. */
final class PercentilesTest {
  @Test
  void percentileNeedsOperationsInEachFork() {
    final List<Block> few = SampleNamedRuns.blocks(LadderSection::of, subject(counting(99)));
    final List<Block> enough = SampleNamedRuns.blocks(LadderSection::of, subject(counting(100)));

    assertThat(column(few, "p99")).containsOnly("—");
    assertThat(column(few, "p50")).isNotEmpty().doesNotContain("—");
    assertThat(column(enough, "p99")).isNotEmpty().doesNotContain("—");
  }

  @Test
  void oneForkOfFewOperationsIsEnoughToHideIt() {
    final Run run =
        SampleRuns.mapForks(
            SampleRuns.complete(3),
            fork -> fork.round() == 2 ? with(fork, 19, points(fork)) : fork);

    assertThat(column(SampleNamedRuns.blocks(DistributionSection::of, subject(run)), "p95"))
        .containsOnly("—");
    assertThat(column(SampleNamedRuns.blocks(DistributionSection::of, subject(run)), "p50"))
        .doesNotContain("—");
  }

  @Test
  void summaryForMachinesKeepsThemAll() {
    final Summary summary = Summarizer.summarize(counting(3));

    assertThat(Reports.summaryJson(summary)).contains("\"p99\"", "\"p99Ci95\"");
  }

  @Test
  void reportSaysWhyOneIsAbsentWhereOneIs() {
    assertThat(console(99)).contains("A percentile is absent (-) where", "p99 100, p99.9 1,000.");
    assertThat(console(100)).doesNotContain("A percentile is absent");
  }

  @Test
  void fastestAndSlowestAreThoseOfAllForks() {
    final Run run =
        SampleRuns.mapForks(
            SampleRuns.complete(3),
            fork ->
                with(
                    fork,
                    1000,
                    List.of(
                        new Latency.Point(0, fork.round()),
                        new Latency.Point(50, 10),
                        new Latency.Point(95, 20),
                        new Latency.Point(99, 30),
                        new Latency.Point(100, 100 * fork.round()))));

    final List<Block> blocks = SampleNamedRuns.blocks(DistributionSection::of, subject(run));

    assertThat(column(blocks, "fastest")).containsOnly("1.00");
    assertThat(column(blocks, "slowest")).containsOnly("300");
  }

  @Test
  void singleOperationsHaveATableAndNoPicture() {
    final List<Block> blocks =
        SampleNamedRuns.blocks(DistributionSection::of, subject(counting(1)));

    assertThat(blocks).noneMatch(Block.Figure.class::isInstance);
    assertThat(column(blocks, "p50")).containsOnly("—");
  }

  private static List<String> column(List<Block> blocks, String name) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.Figure figure
                    ? Stream.of(figure.table())
                    : block instanceof Block.Table table ? Stream.of(table) : Stream.empty())
        .filter(table -> table.columns().contains(name))
        .flatMap(table -> table.rows().stream().map(row -> row.get(table.columns().indexOf(name))))
        .toList();
  }

  private static Run counting(long operations) {
    return SampleRuns.mapForks(
        SampleRuns.complete(3), fork -> with(fork, operations, points(fork)));
  }

  private static List<Latency.Point> points(ForkRecord fork) {
    return fork.measurement().latency().points();
  }

  private static ForkRecord with(ForkRecord fork, long operations, List<Latency.Point> points) {
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            old.warmUp(),
            old.iterations(),
            new Latency(operations, points),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  private static String console(long operations) {
    final Run run = counting(operations);
    return ConsoleReport.render(Reports.blocks(NamedRun.of(run), false)).replaceAll("\\s+", " ");
  }

  private static NamedRun subject(Run run) {
    return NamedRun.of(run);
  }
}
