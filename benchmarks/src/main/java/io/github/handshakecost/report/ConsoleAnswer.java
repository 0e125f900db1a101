package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding.Severity;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The end of a run on the console: at most 25 lines, the answer first. */
final class ConsoleAnswer {
  private static final int MOST_OTHER_PLACES = 4;
  private static final int MOST_OTHER_LADDERS = 6;
  private static final int MOST_WARNINGS = 3;
  private static final int LINES_OF_A_WARNING = 3;
  private static final int LEAST_BAR = 8;
  private static final String INDENT = "  ";
  private static final String ROW = INDENT + "%-25s %8s %13s %17s  %s";
  private static final int BEFORE_BAR = 71;

  /** A number stays on one line with its unit. */
  private static final Pattern UNIT = Pattern.compile("(\\d) (µs|ms|s|%)");

  private static final String KEPT = "\u00a0";
  private static final String BOLD = "1";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";

  private final NamedRun run;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  private ConsoleAnswer(NamedRun run, Terminal terminal) {
    this.run = run;
    this.terminal = terminal;
  }

  /** The lines, each with a line break; the folder is that of the reports. */
  static String render(NamedRun run, Path folder, Terminal terminal) {
    final ConsoleAnswer answer = new ConsoleAnswer(run, terminal);
    answer.subject();
    if (!run.summary().failed()) {
      Answer.of(run.summary()).ifPresent(answer::figures);
    }
    answer.proof();
    answer.warnings();
    answer.lines.add("");
    answer.lines.add(INDENT + folder.resolve("report.html"));
    return answer.lines.stream()
        .map(line -> terminal.shown(line.replace(KEPT, " ")).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  /** Client, protocol, distance, rounds and JDK. */
  private void subject() {
    wrapped(
        "",
        "handshake-cost · %s · %s · %s · %s · JDK %s"
            .formatted(
                NumberFormats.counted(run.summary().rounds(), "round"),
                values(AxisNames.RTT)
                    .replace("ms", " ms")
                    .replaceFirst("^0 ms$", "loopback (no network latency)")
                    .replaceFirst("^0 ms,", "loopback,"),
                values(AxisNames.PROTOCOL).replace("tls", "TLS ").replace("http", "HTTP"),
                values(AxisNames.CLIENT),
                run.fact("jdk").replaceFirst("[+].*", "")));
    lines.add("");
  }

  private String values(String axis) {
    return run.run().manifest().cells().stream()
        .map(cell -> cell.param(axis))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void figures(Answer answer) {
    final Ladder ladder = answer.ladder();
    final int first = lines.size();
    wrapped(INDENT, answer.sentence());
    lines.subList(first, lines.size()).replaceAll(line -> coloured(BOLD, line));
    lines.add("");
    table(ladder);
    Stream.concat(answer.elsewhere().limit(MOST_OTHER_PLACES), answer.beside())
        .limit(MOST_OTHER_LADDERS)
        .forEach(other -> wrapped(INDENT, other));
    answer.script().ifPresent(sentence -> wrapped(INDENT, sentence));
    if (ladder.isOfRequests()) {
      Ladder.all(run.summary()).stream()
          .filter(other -> !other.isOfRequests())
          .findFirst()
          .ifPresent(this::loop);
    }
    lines.add("");
    answer.cost().ifPresent(sentence -> wrapped(INDENT, sentence));
  }

  private void table(Ladder ladder) {
    lines.add(
        ROW.formatted("per " + ladder.operation(), "mean", "95 % CI", "vs pooled", "to scale"));
    final double longest = ladder.rungs().stream().mapToDouble(CellSummary::mean).max().orElse(1);
    final double columnsPerMicro = Math.max(LEAST_BAR, terminal.width() - BEFORE_BAR) / longest;
    final StringBuilder bars = new StringBuilder();
    for (final CellSummary rung : ladder.rungs()) {
      final String bar = bar(rung, columnsPerMicro);
      bars.append(bar);
      final String ofPooled = rung.policy().equals(AxisNames.POOLED) ? "1×" : "";
      lines.add(
          ROW.formatted(
              rung.policyLabel(),
              Times.of(rung.mean()),
              interval(rung.mean(), rung.ci95()),
              ladder.ratio(rung.policyLabel()).map(Answer::times).orElse(ofPooled),
              "▏" + bar));
    }
    final String key =
        Stream.of(Phase.values())
            .filter(phase -> bars.indexOf(Palette.letter(phase)) >= 0)
            .map(phase -> Palette.letter(phase) + " " + phase.label())
            .collect(Collectors.joining(", "));
    if (!key.isEmpty()) {
      lines.add(INDENT + key);
    }
  }

  /** The ends of the phases are rounded, so that the whole bar is to scale. */
  private static String bar(CellSummary rung, double columnsPerMicro) {
    final StringBuilder bar = new StringBuilder();
    double spent = 0;
    for (final Phase phase : Phase.values()) {
      spent += Math.max(0, phase.of(rung.phases()));
      final long end = Math.round(spent * columnsPerMicro);
      bar.append(Palette.letter(phase).repeat((int) Math.max(0, end - bar.length())));
    }
    return bar.toString();
  }

  private void loop(Ladder ladder) {
    final CellSummary any = ladder.rungs().get(0);
    wrapped(
        INDENT,
        "a loop of %d requests %s: %s"
            .formatted(
                Math.round((double) any.requests() / any.operations()),
                Answer.place(ladder),
                Answer.pair(ladder)));
  }

  private void proof() {
    final Counts counts = NamedRun.sum(run.run().forks());
    if (run.summary().failed()) {
      mark(
          "!",
          RED,
          "the run failed, nothing of it may be quoted: " + run.run().manifest().sentence());
    } else if (counts.requests() == 0) {
      mark("!", RED, "nothing was measured");
    } else {
      mark(
          "ok",
          GREEN,
          "%s, every connection and handshake accounted for"
              .formatted(NumberFormats.counted(counts.requests(), "request")));
    }
  }

  private void warnings() {
    final List<Warnings.Line> all = Warnings.lines(run.summary());
    final int shown = all.size() > MOST_WARNINGS ? MOST_WARNINGS - 1 : MOST_WARNINGS;
    all.stream().limit(shown).forEach(this::warning);
    if (all.size() > shown) {
      mark("i", YELLOW, "%d more warnings in the report".formatted(all.size() - shown));
    }
  }

  private void warning(Warnings.Line line) {
    mark(
        line.severity() == Severity.INFORMATION ? "i" : "!",
        line.severity() == Severity.WRONG ? RED : YELLOW,
        shortened(line.text()));
  }

  /** At most three lines: the end of a long cause goes, the cure stays. */
  private String shortened(String text) {
    final int arrow = text.lastIndexOf(" → ");
    final String cure = arrow < 0 ? "" : text.substring(arrow);
    final int room = LINES_OF_A_WARNING * (terminal.width() - 8) - cure.length();
    return text.length() - cure.length() <= room
        ? text
        : text.substring(0, Math.max(0, room)) + "…" + cure;
  }

  private void mark(String sign, String colour, String text) {
    final String before = "  %-3s ".formatted(sign);
    final int first = lines.size();
    wrapped("      ", text);
    lines.set(first, coloured(colour, before) + lines.get(first).substring(before.length()));
  }

  private static String interval(double mean, @Nullable Interval ci95) {
    if (ci95 == null) {
      return NumberFormats.TOO_FEW_ROUNDS;
    }
    return Answer.tooWide(ci95) ? "too wide" : Times.interval(mean, ci95);
  }

  private String coloured(String code, String text) {
    return terminal.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private void wrapped(String indent, String text) {
    final String kept = UNIT.matcher(text).replaceAll("$1" + KEPT + "$2");
    Terminal.wrap(kept, terminal.width() - indent.length())
        .forEach(line -> lines.add(indent + line));
  }
}
