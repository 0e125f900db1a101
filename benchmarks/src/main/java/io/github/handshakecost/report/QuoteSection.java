package io.github.handshakecost.report;

import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to quote a run, and how to make its reports again. */
final class QuoteSection {
  private QuoteSection() {}

  static void of(Document report, NamedRun run) {
    report.section("Quoting and rebuilding");
    Optional.of(run.summary())
        .filter(summary -> !summary.failed())
        .flatMap(Answer::of)
        .filter(answer -> answer.ladder().headline().isPresent())
        .ifPresent(answer -> quote(report, run, answer));
    report
        .paragraph("To rebuild jmh.json, summary.json and this report from the saved forks in DIR:")
        .preformatted(List.of("java -jar benchmarks/target/benchmarks.jar report DIR"));
  }

  private static void quote(Document report, NamedRun run, Answer answer) {
    final boolean spread =
        answer.ladder().headline().map(Ratio::ci95).filter(it -> !Answer.tooWide(it)).isPresent();
    report
        .paragraph(
            "Quote the sentence whole: a ratio means nothing without its round-trip time and"
                + " placement.")
        .quote(
            "%s%s %s: %s. %s(%s, JDK %s; %s). Run %s."
                .formatted(
                    run.marks().isEmpty() ? "" : marks(run) + ": ",
                    answer.sentence(),
                    spread ? "With the 95 % interval" : "Without an interval",
                    Answer.pair(answer.ladder()),
                    Stream.concat(
                            answer.cost().stream(), answer.elsewhere().map(QuoteSection::capital))
                        .map(sentence -> sentence + ". ")
                        .collect(Collectors.joining()),
                    answer.ladder().title(run.labels()),
                    run.fact("jdk"),
                    run.code(),
                    run.name()))
        .paragraph("Measured on: " + run.machine().sentence() + ".")
        .preformatted(bibTex(run));
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String marks(NamedRun run) {
    return String.join(", ", run.marks()).toUpperCase(Locale.ROOT);
  }

  /** The run as an entry of a bibliography. */
  static List<String> bibTex(NamedRun run) {
    final List<String> lines = new ArrayList<>();
    final String marks = marks(run);
    lines.add("@misc{handshake-cost-%s,".formatted(run.name().replaceAll("[^A-Za-z0-9.-]+", "-")));
    // Two braces each: an author that is no person, and a title whose case matters.
    lines.add("  author = {{The handshake-cost developers}},");
    lines.add("  title = {{What a connection costs: run %s}},".formatted(tex(run.name())));
    lines.add("  year = {%s},".formatted(year(run)));
    lines.add("  howpublished = {handshake-cost, saved run with raw data},");
    lines.add("  note = {Run %s, %s;".formatted(tex(run.name()), tex(run.code())));
    if (!marks.isEmpty()) {
      lines.add("          %s;".formatted(marks));
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
