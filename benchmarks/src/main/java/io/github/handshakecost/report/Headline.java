package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence to quote: the cost of a connection, the ratio, and where they hold. */
final class Headline {
  /** Policies whose ratio to pooled is quoted; the first one that was measured. */
  private static final List<String> OF_REQUESTS =
      List.of(AxisNames.NEW_CLIENT, AxisNames.NEW_CLIENT_SHARED_CONTEXT);

  /** A loop has no cost of a connection, so the ratio may be that of any policy. */
  private static final List<String> OF_LOOPS =
      Stream.concat(OF_REQUESTS.stream(), Stream.of(AxisNames.FULL, AxisNames.RESUMED)).toList();

  private static final Map<String, String> WORDS =
      Map.of(
          AxisNames.NEW_CLIENT, "a new client",
          AxisNames.NEW_CLIENT_SHARED_CONTEXT, "a new client with a shared TLS context",
          AxisNames.FULL, "a new connection",
          AxisNames.RESUMED, "a new connection with a resumed handshake");

  private final NamedRun run;

  Headline(NamedRun run) {
    this.run = run;
  }

  String sentence() {
    if (run.summary().failed()) {
      return "The run failed: nothing of it may be quoted.";
    }
    return claimed()
        .map(
            ladder ->
                "%s%s %s (%s, JDK %s; %s)."
                    .formatted(
                        marks(),
                        place(ladder),
                        String.join("; ", claims(ladder)),
                        ladder.axis(AxisNames.CLIENT),
                        run.fact("jdk"),
                        run.code()))
        .orElseGet(() -> "There is no sentence to quote: %s.".formatted(reason()));
  }

  /** Whether the sentence claims anything. */
  boolean quotable() {
    return !run.summary().failed() && claimed().isPresent();
  }

  /**
   * The first ladder that has a cost or a ratio. Requests before loops. Within both, the newest
   * protocol first, because its name sorts last, then the order of the plan.
   */
  private Optional<Ladder> claimed() {
    return Ladder.all(run.summary()).stream()
        .filter(
            ladder ->
                ladder.cost().isPresent()
                    || policies(ladder).stream().anyMatch(it -> ladder.ratio(it).isPresent()))
        .max(
            Comparator.comparing(Ladder::isOfRequests)
                .thenComparing(ladder -> ladder.axis(AxisNames.PROTOCOL)));
  }

  private String reason() {
    final Set<String> policies =
        run.summary().cells().stream().map(CellSummary::policy).collect(Collectors.toSet());
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
    final List<String> marks =
        run.marks().stream()
            .filter(List.of("incomplete", "undecided", "unsettled")::contains)
            .map(mark -> mark.replace("unsettled", "not settled"))
            .toList();
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

  /**
   * The claims that the run supports, each as half a sentence: the cost of a connection and the
   * ratio of one policy, in this ladder and at other distances.
   */
  private static List<String> claims(Ladder ladder) {
    final List<String> claims = new ArrayList<>();
    ladder.cost().map(Headline::claim).ifPresent(claims::add);
    final String over =
        claims.isEmpty() ? " over " + CellLabels.protocol(ladder.axis(AxisNames.PROTOCOL)) : "";
    policies(ladder).stream()
        .sorted(Comparator.comparing(policy -> ladder.ratio(policy).isEmpty()))
        .map(policy -> ratios(ladder, policy, over))
        .filter(ratios -> !ratios.isEmpty())
        .findFirst()
        .ifPresent(claims::addAll);
    return claims;
  }

  private static List<String> policies(Ladder ladder) {
    return ladder.isOfRequests() ? OF_REQUESTS : OF_LOOPS;
  }

  /** Only the first claim names the policy; the others add their distance and number. */
  private static List<String> ratios(Ladder here, String policy, String over) {
    final List<String> claims = new ArrayList<>();
    here.ratio(policy).ifPresent(ratio -> claims.add(claim(ratio, over)));
    for (final Ladder ladder : here.elsewhere()) {
      ladder
          .ratio(policy)
          .map(ratio -> claims.isEmpty() ? claim(ratio, over) : Cells.times(ratio))
          .ifPresent(claim -> claims.add("at rtt " + ladder.axis(AxisNames.RTT) + " " + claim));
    }
    return claims;
  }

  private static String claim(Cost cost) {
    final String protocol = cost.where().getOrDefault(AxisNames.PROTOCOL, "unknown");
    final String handshake =
        protocol.equals(AxisNames.HTTP)
            ? ""
            : " with a %s %s handshake"
                .formatted(
                    cost.cause().equals("connection-resumed") ? "resumed" : "full",
                    CellLabels.protocol(protocol));
    if (cost.mayBeNone()) {
      return "the cost of a new connection%s over a reused one is not known (%s µs)"
          .formatted(handshake, Cells.cost(cost));
    }
    return "a new connection%s costs %s µs %s over a reused one (CPU: client %s µs, server %s µs)"
        .formatted(
            handshake,
            threeDigits(cost.byDifference()),
            Cells.interval(cost.ci95()),
            threeDigits(cost.clientCpu()),
            threeDigits(cost.serverCpu()));
  }

  private static String claim(Ratio ratio, String over) {
    final String loop =
        ratio.benchmark().equals(AxisNames.REQUEST)
            ? ""
            : "a %s loop with ".formatted(ratio.benchmark());
    final String fresh =
        "%s%s for each request%s"
            .formatted(loop, WORDS.getOrDefault(ratio.candidate(), ratio.candidate()), over);
    return ratio.mayBeNone()
        ? "%s shows no difference in time from a pooled one (%s)"
            .formatted(fresh, Cells.times(ratio))
        : "%s takes %s times %s the time of a pooled one"
            .formatted(fresh, threeDigits(ratio.ratio()), Cells.interval(ratio.ci95()));
  }
}
