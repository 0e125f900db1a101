package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence to quote: the cost of a connection, the ratio, and where they hold. */
final class Headline {
  private final Run run;
  private final Summary summary;
  private final Claims claims;

  Headline(Run run, Summary summary) {
    this.run = run;
    this.summary = summary;
    claims = new Claims(summary);
  }

  String sentence() {
    return failed()
        ? "The run failed: nothing of it may be quoted."
        : claimed()
            .map(this::sentence)
            .orElseGet(() -> "There is no sentence to quote: %s.".formatted(reason()));
  }

  private String sentence(Ladder ladder) {
    return "%s%s %s (%s)."
        .formatted(marks(), place(ladder), String.join("; ", claims.of(ladder)), origin(ladder));
  }

  /** Whether the sentence claims anything. */
  boolean quotable() {
    return !failed() && claimed().isPresent();
  }

  private boolean failed() {
    return run.manifest().end() == RunManifest.End.FAILED;
  }

  private Optional<Ladder> claimed() {
    return ladders().filter(claims::any).findFirst();
  }

  /**
   * Requests before loops. Within both, the newest protocol first, because its name sorts last,
   * then the order of the plan.
   */
  private Stream<Ladder> ladders() {
    return Ladder.all(summary).stream()
        .sorted(
            Comparator.comparing(Ladder::isOfRequests)
                .thenComparing(ladder -> ladder.axis(AxisNames.PROTOCOL))
                .reversed());
  }

  private String reason() {
    final Set<String> policies =
        summary.cells().stream().map(Ladder::policy).collect(Collectors.toSet());
    if (policies.isEmpty()) {
      return "nothing was measured";
    }
    if (!policies.contains(AxisNames.POOLED)) {
      return "no pooled cell was measured, which is the baseline";
    }
    return policies.size() == 1
        ? "only pooled cells were measured, and there is nothing to compare them with"
        : "no cell shares its place and a round with a pooled one";
  }

  private String marks() {
    final List<String> marks = new ArrayList<>();
    if (!summary.complete()) {
      marks.add("incomplete");
    }
    if (!summary.decided()) {
      marks.add("undecided");
    }
    if (!summary.settled()) {
      marks.add("not settled");
    }
    if (marks.isEmpty()) {
      return "";
    }
    final String all = String.join(" and ", marks);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ": ";
  }

  private static String place(Ladder ladder) {
    final String rtt = ladder.axis(AxisNames.RTT);
    final String road = rtt.equals(AxisNames.LOOPBACK) ? "On loopback" : "Over a delay line";
    return "%s (rtt %s, placement %s)".formatted(road, rtt, ladder.axis(AxisNames.PLACEMENT));
  }

  private String origin(Ladder ladder) {
    return "%s, JDK %s; %s"
        .formatted(
            ladder.axis(AxisNames.CLIENT), Facts.of(run, "jdk"), Marks.commit(run.manifest()));
  }
}
