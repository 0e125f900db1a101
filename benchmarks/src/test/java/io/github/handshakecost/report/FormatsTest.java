package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FormatsTest {
  @Test
  void textFromFilesDoesNotBecomeMarkup() {
    final List<Block> blocks =
        List.of(
            new Block.Paragraph("<script> *x* tcp_tw_reuse"),
            new Block.Table(List.of("a|b", "c"), List.of(List.of("~", "`1`"))));

    assertThat(MarkdownReport.render(blocks))
        .isEqualTo(
            "\\<script> \\*x\\* tcp\\_tw\\_reuse\n\n| a\\|b | c |\n|---|---:|\n| \\~ | \\`1\\` |\n");
  }

  @Test
  void linksPicturesEntitiesAndLinesStayText() {
    assertThat(markdown("[a](b) ![c](d) &lt; x\r\ny\u001b[0m"))
        .isEqualTo("\\[a\\](b) \\!\\[c\\](d) \\&lt; x  y \\[0m\n");
    assertThat(
            MarkdownReport.render(
                List.of(new Block.Picture("a.svg", "x](b) ![", target -> "<svg/>"))))
        .isEqualTo("![x\\](b) \\!\\[](a.svg)\n");
  }

  @Test
  void intervalsAreWrittenAsTheyAreRead() {
    assertThat(markdown("22.5 [22.0, 22.8], ~ [-25.3, 1,537]"))
        .isEqualTo("22.5 [22.0, 22.8], \\~ [-25.3, 1,537]\n");
    assertThat(markdown("[1, 2](a) [1, 2][b] [1, 2]: c"))
        .isEqualTo("\\[1, 2\\](a) \\[1, 2\\]\\[b\\] \\[1, 2\\]: c\n");
  }

  @Test
  void textAtTheHeadOfALineMakesNoHeadingListOrQuote() {
    for (final String text : List.of("# a", "### a", "- a", "+ a", "1. a", "12) a", "> a")) {
      final int sign = text.replace(" a", "").length() - 1;
      final String escaped = text.substring(0, sign) + "\\" + text.substring(sign);
      assertThat(markdown(text)).isEqualTo(escaped + "\n");
      assertThat(MarkdownReport.render(List.of(new Block.Bullets(List.of(text)))))
          .isEqualTo("- " + escaped + "\n");
    }
    assertThat(markdown("-Xmx256m 1.5 #1")).isEqualTo("-Xmx256m 1.5 #1\n");
  }

  @Test
  void fenceIsLongerThanAnyInTheText() {
    assertThat(MarkdownReport.render(List.of(new Block.Preformatted(List.of("```", "a\r\n````b")))))
        .isEqualTo("`````text\n```\na  ````b\n`````\n");
  }

  @Test
  void consoleHasNoControlCharacters() {
    final String hostile = "a\u001b[31mb\tc\r\nd\u0007\u009b\u007f";
    final List<Block> blocks =
        List.of(
            new Block.Heading(1, hostile),
            new Block.Heading(3, hostile),
            new Block.Paragraph(hostile),
            new Block.Quote(hostile),
            new Block.Bullets(List.of(hostile)),
            new Block.Preformatted(List.of(hostile)),
            new Block.Table(List.of(hostile, "b"), List.of(List.of(hostile, hostile))));

    assertThat(ConsoleReport.render(blocks).replace("\n", "")).matches("[ -~]*");
    assertThat(ConsoleReport.render(blocks.subList(0, 1)))
        .isEqualTo("a [31mb c  d   \n===============\n");
  }

  @Test
  void consoleWrapsWordsAndAlignsFigures() {
    final List<Block> blocks =
        List.of(
            new Block.Bullets(List.of("word ".repeat(40))),
            new Block.Table(
                List.of("policy", "µs"),
                List.of(List.of("a", "1.00"), List.of("bcdefgh", "10.0"))));

    final String text = ConsoleReport.render(blocks);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(text).endsWith("\n\npolicy     us\na        1.00\nbcdefgh  10.0\n");
  }

  @Test
  void longHeadIsBrokenSoThatColumnsStandSideBySide() {
    final String text =
        ConsoleReport.render(
            List.of(
                new Block.Table(
                    List.of("policy", "Example CPU, 2 CPUs (undecided, unsettled, dirty)", "other"),
                    List.of(List.of("pooled", "15.3 [14.8, 15.6]", "1")))));

    assertThat(text)
        .isEqualTo(
            """
                       Example CPU, 2 CPUs
                    (undecided, unsettled,
            policy                  dirty)  other
            pooled       15.3 [14.8, 15.6]      1
            """);
  }

  @Test
  void noEffectIsShownAsTildeWithItsSpread() {
    assertThat(Cells.ratio(ratio(new Interval(0.98, 1.05)))).isEqualTo("~ [0.980, 1.05]");
    assertThat(Cells.ratio(ratio(new Interval(1.001, 1.05)))).isEqualTo("1.02 [1.00, 1.05]");
    assertThat(Cells.cost(cost(new Interval(-25.3, 537)))).isEqualTo("~ [-25.3, 537]");
    assertThat(Cells.cost(cost(new Interval(12.3, 537)))).isEqualTo("225 [12.3, 537]");
  }

  @Test
  void withoutIntervalNothingIsSaidToHaveNoEffect() {
    assertThat(Cells.estimate(1.02, null)).isEqualTo("1.02 [too few rounds]");
    assertThat(Cells.cost(cost(null))).isEqualTo("225 [too few rounds]");
  }

  @Test
  void columnsThatDoNotFitTheTerminalStandBelow() {
    final String wide = "x".repeat(30);
    final Block table =
        new Block.Table(
            List.of("policy", "mean", "p50", "p99"), List.of(List.of("pooled", wide, wide, wide)));

    assertThat(ConsoleReport.render(List.of(table)).lines().map(String::strip))
        .containsExactly(
            "policy" + " ".repeat(28) + "mean" + " ".repeat(29) + "p50",
            "pooled  " + wide + "  " + wide,
            "",
            "policy" + " ".repeat(29) + "p99",
            "pooled  " + wide);
  }

  private static String markdown(String text) {
    return MarkdownReport.render(List.of(new Block.Paragraph(text)));
  }

  private static Ratio ratio(Interval interval) {
    return new Ratio("request", "pooled", "new-client", Map.of(), 1.02, interval, 3);
  }

  private static Cost cost(@Nullable Interval interval) {
    return new Cost(
        "request", "client", Map.of(), 225, 125.0, 37.0, interval, true, 90, null, 80, null, 3);
  }
}
