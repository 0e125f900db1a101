package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.report.chart.BudgetChart;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.Chart;
import io.github.handshakecost.report.chart.HistogramChart;
import io.github.handshakecost.report.chart.RatioChart;
import io.github.handshakecost.report.chart.RoundsChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.SampleSummaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In every picture, whatever its figures: no text lies on another, none is cut off. */
final class ChartLayoutTest {
  private static final List<String> POLICIES =
      List.of(
          "pooled",
          "new-connection-resumed",
          "new-connection-full",
          "new-client",
          "new-client-shared-context");
  private static final Caption PLAIN =
      new Caption(
          "Where the time goes", "TLS 1.3, rtt 195.7ms, httpclient5, placement same-core", "");
  private static final Caption MARKED =
      new Caption(
          PLAIN.title(), PLAIN.place(), "incomplete, undecided, not settled, uncommitted changes");

  /** From 7 µs to 700 ms, all alike, alone. */
  private static final List<List<Double>> TIMES =
      List.of(
          List.of(7.0, 90.0, 2_600.0, 84_000.0, 700_000.0),
          List.of(2_000.0, 2_000.0, 2_000.0, 2_000.0, 2_000.0),
          List.of(15.3, 1_590.0),
          List.of(9_999.0),
          List.of(0.7, 0.71, 0.72));

  private static final List<Double> FACTORS = List.of(0.9, 1.0, 1.2, 1.5, 4.0, 9.0);

  private final Path temp;

  ChartLayoutTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void noTextOverlapsAnotherOrIsCutOff() throws Exception {
    try (Chromium browser = Chromium.startOrSkip(temp)) {
      final Tab tab = browser.open();
      tab.size(600, 900);
      tab.load(sheet());
      tab.screenshot(Path.of("target", "screenshots", "charts.png"), 16_000);

      assertThat(
              tab.evaluate(
                      """
                      (() => {
                        const faults = [];
                        for (const svg of document.querySelectorAll('svg')) {
                          const edge = svg.getBoundingClientRect();
                          const texts = [...svg.querySelectorAll('text')].filter(it => !it.getAttribute('x').includes(' ') && it.textContent.length > 1);
                          const boxes = texts.map(it => it.getBoundingClientRect());
                          boxes.forEach((a, i) => {
                            const name = svg.getAttribute('aria-label') + ' ' + svg.dataset.n + ': ' + texts[i].textContent;
                            if (a.left < edge.left || a.right > edge.right || a.top < edge.top || a.bottom > edge.bottom) faults.push(name + ' is cut');
                            boxes.slice(i + 1).forEach((b, j) => {
                              if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3) faults.push(name + ' overlaps ' + texts[i + 1 + j].textContent);
                            });
                          });
                        }
                        return faults.join('\\n');
                      })()
                      """)
                  .asText())
          .isEmpty();
    }
  }

  private Path sheet() throws IOException {
    final List<Chart> charts = new ArrayList<>();
    for (final Caption caption : List.of(PLAIN, MARKED)) {
      for (final List<Double> times : TIMES) {
        charts.addAll(charts(caption, times));
      }
    }
    final String html =
        charts.stream()
            .map(
                chart ->
                    chart.draw(Chart.Target.FILE).replaceFirst("width=\"480\" height=\"\\d+\"", ""))
            .collect(
                Collectors.joining(
                    "\n", "<!doctype html><meta charset=utf-8><body style='margin:0'>", ""));
    return Files.writeString(temp.resolve("sheet.html"), html);
  }

  private static List<Chart> charts(Caption caption, List<Double> times) {
    final List<CellSummary> rungs =
        IntStream.range(0, times.size())
            .mapToObj(
                i -> SampleSummaries.rung(POLICIES.get(i), times.get(i), around(times.get(i))))
            .toList();
    final List<Chart> charts = new ArrayList<>();
    charts.add(new BudgetChart(caption, "request", bars(rungs)));
    charts.add(
        new BudgetChart(
            caption, "request", bars(rungs.stream().map(ChartLayoutTest::vague).toList())));
    charts.add(
        new HistogramChart(
            caption,
            "request",
            rungs.stream()
                .map(
                    rung ->
                        new HistogramChart.Rung(
                            rung.params().getOrDefault("policy", ""),
                            List.of(
                                new Latency(
                                    1_000,
                                    IntStream.range(0, FACTORS.size())
                                        .mapToObj(
                                            i ->
                                                new Latency.Point(
                                                    20.0 * i, FACTORS.get(i) * rung.mean()))
                                        .toList()))))
                .toList()));
    charts.add(
        RoundsChart.of(
            caption,
            12.5,
            rungs.stream()
                .map(
                    rung ->
                        new RoundsChart.Rung(
                            rung.params().getOrDefault("policy", ""),
                            List.of(
                                new RoundsChart.Fork(0, 0, -0.03, true),
                                new RoundsChart.Fork(1, 12.5, 0.03, false))))
                .toList()));
    if (times.size() > 1) {
      charts.add(
          AmortisationChart.of(
              caption, rungs.get(0), rungs.subList(1, rungs.size()), Collections.emptySortedMap()));
      charts.add(
          RatioChart.of(
              caption,
              rungs.subList(1, rungs.size()).stream()
                  .flatMap(
                      rung ->
                          Stream.of("0ms", "5ms", "5.6ms", "20ms", "195.7ms")
                              .map(rtt -> ratio(rung, rtt, rungs.get(0).mean())))
                  .toList()));
    }
    return charts;
  }

  private static List<BudgetChart.Bar> bars(List<CellSummary> rungs) {
    return rungs.stream()
        .map(rung -> new BudgetChart.Bar(rung, "1.99 ms · 88.7× · reuse saves 1.97 ms"))
        .toList();
  }

  private static Ratio ratio(CellSummary rung, String rtt, double pooled) {
    final double ratio = rtt.equals("0ms") ? rung.mean() / pooled : 3.2;
    return new Ratio(
        "request",
        "pooled",
        rung.params().getOrDefault("policy", ""),
        Map.of("rtt", rtt),
        ratio,
        new Interval(0.9 * ratio, 1.1 * ratio),
        3);
  }

  private static Interval around(double mean) {
    return new Interval(0.93 * mean, 1.08 * mean);
  }

  /** The same rung, of which less is known than a picture has room for. */
  private static CellSummary vague(CellSummary rung) {
    return SampleSummaries.rung(
        rung.cell().param("policy"), rung.mean(), new Interval(0.2 * rung.mean(), 5 * rung.mean()));
  }
}
