package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The end of a run on the console: at most 25 lines, the answer first. */
final class ConsoleAnswer {
  private static final int MOST_OTHER_PLACES = 4;
  private static final int MOST_WARNINGS = 3;
  private static final int LINES_OF_A_WARNING = 3;
  private static final int LEAST_BAR = 8;
  private static final double WIDEST = 100;
  private static final String ROW = "  %-25s %8s %13s %17s  %s";
  private static final int BEFORE_BAR = 71;

  /** The cost of a connection: the first of these causes that was measured. */
  private static final Map<String, String> CAUSES = causes();

  /** A number stays on one line with its unit. */
  private static final Pattern UNIT = Pattern.compile("(\\d) (µs|ms|s|%)");

  private static final String KEPT = "\u00a0";
  private static final String BOLD = "1";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";

  private final Run run;
  private final Summary summary;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  private ConsoleAnswer(Run run, Summary summary, Terminal terminal) {
    this.run = run;
    this.summary = summary;
    this.terminal = terminal;
  }

  private static Map<String, String> causes() {
    final Map<String, String> causes = new LinkedHashMap<>();
    causes.put("connection-full", "A new connection with a full handshake");
    causes.put("tcp", "A new TCP connection");
    causes.put("connection-resumed", "A new connection with a resumed handshake");
    return causes;
  }

  /**
   * The lines, each with a line break.
   *
   * @param folder where the reports are
   */
  static String render(Run run, Summary summary, Path folder, Terminal terminal) {
    final ConsoleAnswer answer = new ConsoleAnswer(run, summary, terminal);
    answer.subject();
    if (!summary.failed()) {
      Answer.of(summary).ifPresent(answer::figures);
    }
    answer.proof();
    answer.warnings();
    answer.lines.add("");
    answer.lines.add("  " + folder.resolve("report.html"));
    return answer.lines.stream()
        .map(line -> terminal.shown(line.replace(KEPT, " ")).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  /** One line: client, protocol, distance, rounds and JDK. */
  private void subject() {
    wrapped(
        "",
        "handshake-cost · %s · %s · %s · %s · JDK %s"
            .formatted(
                NumberFormats.counted(summary.rounds(), "round"),
                values(AxisNames.RTT)
                    .replace("ms", " ms")
                    .replaceFirst("^0 ms$", "loopback (no network latency)")
                    .replaceFirst("^0 ms,", "loopback,"),
                values(AxisNames.PROTOCOL).replace("tls", "TLS ").replace("http", "HTTP"),
                values(AxisNames.CLIENT),
                Facts.of(run, "jdk").replaceFirst("[+].*", "")));
    lines.add("");
  }

  private String values(String axis) {
    return run.manifest().cells().stream()
        .map(cell -> cell.param(axis))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void figures(Answer answer) {
    final int first = lines.size();
    wrapped("  ", answer.sentence());
    for (int i = first; i < lines.size(); i++) {
      lines.set(i, coloured(BOLD, lines.get(i)));
    }
    lines.add("");
    table(answer.ladder());
    answer.elsewhere().stream().limit(MOST_OTHER_PLACES).forEach(this::line);
    loop(answer.ladder());
    lines.add("");
    cost(answer.ladder());
  }

  private void table(Ladder ladder) {
    lines.add(
        ROW.formatted("per " + ladder.operation(), "mean", "95 % CI", "vs pooled", "to scale"));
    final double longest = ladder.rungs().stream().mapToDouble(CellSummary::mean).max().orElse(1);
    final int width = Math.max(LEAST_BAR, terminal.width() - BEFORE_BAR);
    final StringBuilder bars = new StringBuilder();
    for (final CellSummary rung : ladder.rungs()) {
      final String bar = bar(rung, width / longest);
      bars.append(bar);
      lines.add(
          ROW.formatted(
              Ladder.policy(rung),
              Times.of(rung.mean()),
              interval(rung.mean(), rung.ci95()),
              ladder
                  .ratio(summary, rung)
                  .map(ConsoleAnswer::times)
                  .orElse(Ladder.policy(rung).equals(AxisNames.POOLED) ? "1×" : ""),
              bar));
    }
    final String key =
        Stream.of(Phase.values())
            .filter(phase -> bars.indexOf(Palette.letter(phase)) >= 0)
            .map(phase -> Palette.letter(phase) + " " + phase.label())
            .collect(Collectors.joining(", "));
    if (!key.isEmpty()) {
      lines.add("  " + key);
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
    return "▏" + bar;
  }

  /** Another distance in one line. */
  private void line(Ladder ladder) {
    wrapped("  ", "%s: %s".formatted(Answer.place(ladder), pair(ladder)));
  }

  private void loop(Ladder shown) {
    Ladder.all(summary).stream()
        .filter(ladder -> shown.isOfRequests() && !ladder.isOfRequests())
        .findFirst()
        .ifPresent(
            ladder -> {
              final CellSummary any = ladder.rungs().get(0);
              wrapped(
                  "  ",
                  "a loop of %d requests %s: %s"
                      .formatted(
                          Math.round((double) any.requests() / any.operations()),
                          Answer.place(ladder),
                          pair(ladder)));
            });
  }

  /** {@code pooled 222 ms, new-client 699 ms, 3.15× [3.13–3.17]}. */
  private String pair(Ladder ladder) {
    final List<CellSummary> ends = new ArrayList<>();
    ladder.pooled().ifPresent(ends::add);
    final Ratio ratio = Answer.headline(summary, ladder).orElse(null);
    ladder.rungs().stream()
        .filter(rung -> ratio != null && Ladder.policy(rung).equals(ratio.candidate()))
        .forEach(ends::add);
    return ends.stream()
            .map(rung -> Ladder.policy(rung) + " " + Times.of(rung.mean()))
            .collect(Collectors.joining(", "))
        + (ratio == null ? "" : ", " + times(ratio));
  }

  private void cost(Ladder ladder) {
    summary.costs().stream()
        .filter(cost -> CAUSES.containsKey(cost.cause()))
        .filter(cost -> cost.benchmark().equals(ladder.benchmark()))
        .filter(cost -> cost.where().equals(ladder.where()))
        .min(Comparator.comparing(cost -> List.copyOf(CAUSES.keySet()).indexOf(cost.cause())))
        .ifPresent(cost -> wrapped("  ", sentence(cost, ladder)));
  }

  private static String sentence(Cost cost, Ladder ladder) {
    return "%s adds %s%s per %s (CPU: client %s, server %s)"
        .formatted(
            CAUSES.get(cost.cause()),
            Times.of(cost.byDifference()),
            cost.ci95() == null
                ? ""
                : " [" + Times.interval(cost.byDifference(), cost.ci95()).replace(" ", "") + "]",
            ladder.operation(),
            Times.of(cost.clientCpu()),
            Times.of(cost.serverCpu()));
  }

  private void proof() {
    final Counts counts =
        run.forks().stream().map(ForkRecord::counts).reduce(Counts.NONE, Counts::plus);
    if (summary.failed()) {
      mark("!", RED, "the run failed, nothing of it may be quoted: " + run.manifest().sentence());
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
    final List<Warnings.Line> all = Warnings.lines(summary);
    final int shown = all.size() > MOST_WARNINGS ? MOST_WARNINGS - 1 : MOST_WARNINGS;
    all.stream().limit(shown).forEach(this::warning);
    if (all.size() > shown) {
      mark("i", YELLOW, "%d more warnings in the report".formatted(all.size() - shown));
    }
  }

  private void warning(Warnings.Line line) {
    switch (line.severity()) {
      case WRONG -> mark("!", RED, shortened(line.text()));
      case UNCERTAIN -> mark("!", YELLOW, shortened(line.text()));
      case INFORMATION -> mark("i", YELLOW, shortened(line.text()));
    }
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

  private static String times(Ratio ratio) {
    return Times.times(ratio.ratio())
        + "×"
        + (ratio.ci95() == null || tooWide(ratio.ci95())
            ? ""
            : " [%s–%s]"
                .formatted(Times.times(ratio.ci95().low()), Times.times(ratio.ci95().high())));
  }

  private static String interval(double mean, @Nullable Interval ci95) {
    if (ci95 == null) {
      return "too few rounds";
    }
    return tooWide(ci95) ? "too wide" : Times.interval(mean, ci95);
  }

  private static boolean tooWide(Interval ci95) {
    return ci95.low() <= 0 || ci95.high() > WIDEST * ci95.low();
  }

  private String coloured(String code, String text) {
    return terminal.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private void wrapped(String indent, String text) {
    final StringBuilder line = new StringBuilder(indent);
    for (final String word : UNIT.matcher(text).replaceAll("$1" + KEPT + "$2").split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > terminal.width()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
  }
}
