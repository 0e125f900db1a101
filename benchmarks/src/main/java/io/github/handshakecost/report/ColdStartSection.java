package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ColdStartSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first requests of new JVMs, by their number: the cost for a script or a function. */
final class ColdStartSection {
  private static final double MICROS_PER_MILLI = 1e3;

  private ColdStartSection() {}

  static void of(Document report, NamedRun run) {
    final List<ColdStartSummary> starts = run.summary().coldStarts();
    if (starts.isEmpty()) {
      return;
    }
    report
        .section("Cold start")
        .paragraph(
            "A new JVM sends its requests one after another to a warm server in another process."
                + " Times in ms, means over rounds with 95 % intervals. From request 10 on, a time"
                + " is the mean of the requests within 10 % of the number. The first request also"
                + " includes the set-up of what the policy keeps. It opens a connection under every"
                + " policy, so it has no ratio. The server's ledger proves all requests of a JVM"
                + " together. Elsewhere in this report, the counts of one request are the client's,"
                + " and its bytes and server CPU are the mean over the JVM.");
    final CellLabels labels = run.labels();
    final Columns<String> requests =
        new Columns<String>().add("request", number -> number.equals("1000") ? "1,000" : number);
    for (final ColdStartSummary start : starts) {
      requests.add(name(labels, start), number -> request(run, start, number));
    }
    report
        .table(
            run.summary().cells().stream()
                .map(cell -> cell.params().getOrDefault(AxisNames.NTH, ""))
                .distinct()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList(),
            requests)
        .paragraph(
            "Start-up is the time from the start of the process to its main method. A script is the"
                + " first 11 requests together.")
        .table(
            starts,
            new Columns<ColdStartSummary>()
                .add("JVM", start -> name(labels, start))
                .add("start-up", start -> millis(start.startUp(), start.startUpCi95()))
                .add("script of 11 requests", start -> millis(start.script(), start.scriptCi95()))
                .add("classes loaded", start -> NumberFormats.whole(Math.round(start.classes()))));
  }

  /** {@code new-client, cds on}, with the other axes that vary. */
  private static String name(CellLabels labels, ColdStartSummary start) {
    return labels.varying(start.params());
  }

  private static String request(NamedRun run, ColdStartSummary start, String number) {
    if (number.equals("1")) {
      return millis(start.firstRequest(), start.firstRequestCi95());
    }
    final Map<String, String> params = new LinkedHashMap<>(start.params());
    params.put(AxisNames.NTH, number);
    return run.summary().cells().stream()
        .filter(cell -> cell.params().equals(params))
        .findFirst()
        .map(cell -> millis(cell.mean(), cell.ci95()))
        .orElse(Cells.ABSENT);
  }

  private static String millis(double micros, @Nullable Interval ci95) {
    return Cells.estimate(
        micros / MICROS_PER_MILLI,
        ci95 == null
            ? null
            : new Interval(ci95.low() / MICROS_PER_MILLI, ci95.high() / MICROS_PER_MILLI));
  }
}
