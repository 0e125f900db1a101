package io.github.handshakecost.report;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** How to quote a run, and how to make its reports again. */
final class QuoteSection {
  private QuoteSection() {}

  static List<Block> of(Run run, Summary summary) {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Quoting and rebuilding"));
    final Headline headline = new Headline(run, summary);
    if (headline.quotable()) {
      blocks.add(
          new Block.Paragraph(
              "Quote the sentence whole: a ratio means nothing without its round-trip time and"
                  + " placement."));
      // The sentence ends with the commit.
      blocks.add(new Block.Quote("%s Run %s.".formatted(headline.sentence(), run.name())));
      blocks.add(new Block.Paragraph("Measured on: " + Machine.of(run).sentence() + "."));
      blocks.add(
          new Block.Preformatted(BibTex.entry(run, String.join(", ", Marks.words(run, summary)))));
    }
    blocks.add(
        new Block.Paragraph(
            "To rebuild jmh.json, summary.json and this report from the saved forks in DIR:"));
    blocks.add(
        new Block.Preformatted(List.of("java -jar benchmarks/target/benchmarks.jar report DIR")));
    return blocks;
  }
}
