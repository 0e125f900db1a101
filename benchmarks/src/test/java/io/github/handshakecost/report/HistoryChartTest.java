package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryChartTest {
  @Test
  void markedRunIsHollowAndItsLinesAreDashed() {
    final String svg =
        new HistoryChart(
                "here",
                List.of(point(1, 3), point(2, 3.1), marked(point(3, 3.2), List.of("dirty"), false)))
            .svg();

    assertThat(svg).containsOnlyOnce("fill=\"#ffffff\"><title>run-3").contains("(dirty)");
    assertThat(svg).containsOnlyOnce("stroke-dasharray").contains("hollow: marked run");
  }

  @Test
  void noLineLeadsToAnotherMachine() {
    final String connected = new HistoryChart("here", List.of(point(1, 3), point(2, 4))).svg();
    final String apart =
        new HistoryChart("here", List.of(point(1, 3), marked(point(2, 4), List.of(), true))).svg();

    assertThat(connected).containsPattern("<path d=\"M[0-9. ]+L[0-9. ]+\"/>");
    assertThat(apart)
        .doesNotContainPattern("<path d=\"M[0-9. ]+L[0-9. ]+\"/>")
        .contains("gap: other machine, kernel or JDK");
  }

  @Test
  void manyRunsKeepTheirLabelsApart() {
    final String svg =
        new HistoryChart(
                "here", IntStream.range(0, 60).mapToObj(i -> point(i, 3 + i / 100.0)).toList())
            .svg();

    assertThat(svg.lines().filter(line -> line.contains(">c")).count()).isBetween(3L, 8L);
    assertThat(svg).contains(">c59<").contains("run-0:").contains("run-59:");
  }

  @Test
  void oneRoundHasNoWhisker() {
    final History.Point bare =
        new History.Point("run-2", "c2", "2026-01-02", 3, null, 1, false, List.of("inconclusive"));

    assertThat(new HistoryChart("here", List.of(bare, bare)).svg())
        .contains("[one round]")
        .doesNotContain("h8M");
  }

  @Test
  void textFromFilesDoesNotBecomeMarkup() {
    final History.Point odd =
        new History.Point("a<b", "<c&", "2026", 3, new Interval(2, 4), 3, false, List.of());

    assertThat(new HistoryChart("\"x\" <y>", List.of(odd, odd)).svg())
        .contains("&lt;c&amp;", "a&lt;b", "&quot;x&quot; &lt;y>")
        .doesNotContain("<c&", "a<b", "<y>");
  }

  private static History.Point point(int day, double ratio) {
    return new History.Point(
        "run-" + day,
        "c" + day,
        "2026-01-%02dT00:00:00Z".formatted(day),
        ratio,
        new Interval(0.98 * ratio, 1.03 * ratio),
        5,
        false,
        List.of());
  }

  private static History.Point marked(History.Point old, List<String> marks, boolean otherMachine) {
    return new History.Point(
        old.run(),
        old.commit(),
        old.startedAt(),
        old.ratio(),
        old.ci95(),
        old.rounds(),
        otherMachine,
        marks);
  }
}
