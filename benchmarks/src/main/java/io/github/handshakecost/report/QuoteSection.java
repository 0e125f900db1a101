package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How to quote a run, and how to make its reports again. */
final class QuoteSection {
  private QuoteSection() {}

  static List<Block> of(NamedRun run) {
    final Document section = new Document().section("Quoting and rebuilding");
    final Headline headline = new Headline(run);
    if (headline.quotable()) {
      section
          .paragraph(
              "Quote the sentence whole: a ratio means nothing without its round-trip time and"
                  + " placement.")
          // The sentence ends with the commit.
          .quote("%s Run %s.".formatted(headline.sentence(), run.name()))
          .paragraph("Measured on: " + run.machine().sentence() + ".")
          .preformatted(bibTex(run));
    }
    return section
        .paragraph("To rebuild jmh.json, summary.json and this report from the saved forks in DIR:")
        .preformatted(List.of("java -jar benchmarks/target/benchmarks.jar report DIR"))
        .blocks();
  }

  /** The run as an entry of a bibliography. */
  static List<String> bibTex(NamedRun run) {
    final List<String> lines = new ArrayList<>();
    final String marks = String.join(", ", run.marks());
    lines.add("@misc{handshake-cost-%s,".formatted(run.name().replaceAll("[^A-Za-z0-9.-]+", "-")));
    // Two braces each: an author that is no person, and a title whose case matters.
    lines.add("  author = {{The handshake-cost developers}},");
    lines.add("  title = {{What a connection costs: run %s}},".formatted(tex(run.name())));
    lines.add("  year = {%s},".formatted(year(run)));
    lines.add("  howpublished = {handshake-cost, saved run with raw data},");
    lines.add("  note = {Run %s, %s;".formatted(tex(run.name()), tex(run.code())));
    if (!marks.isEmpty()) {
      lines.add("          %s;".formatted(marks.toUpperCase(Locale.ROOT)));
    }
    lines.add("          %s}".formatted(tex(run.machine().sentence())));
    lines.add("}");
    return lines;
  }

  /** The digits at the head of a time in ISO 8601. */
  private static String year(NamedRun run) {
    final String year = run.startedAt().replaceFirst("-.*", "");
    return year.matches("[0-9]{4}") ? year : "unknown";
  }

  /** Signs that TeX would act on become signs that it prints. */
  private static String tex(String plain) {
    return plain
        .replaceAll("\\p{Cntrl}", " ")
        .replace("\\", "/")
        .replaceAll("[{}]", "")
        .replaceAll("([&%$#_])", "\\\\$1")
        .replace("~", "\\textasciitilde{}")
        .replace("^", "\\textasciicircum{}");
  }
}
