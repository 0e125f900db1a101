package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import java.util.List;
import java.util.Map;
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
  void noDifferenceIsShownAsTilde() {
    assertThat(Cells.ratio(ratio(new Interval(0.98, 1.05)))).isEqualTo("~");
    assertThat(Cells.ratio(ratio(new Interval(1.001, 1.05)))).isEqualTo("1.02 [1.00, 1.05]");
    assertThat(Cells.estimate(1.02, null)).isEqualTo("1.02 [one round]");
  }

  private static Ratio ratio(Interval interval) {
    return new Ratio("request", "pooled", "new-client", Map.of(), 1.02, interval, 3);
  }
}
