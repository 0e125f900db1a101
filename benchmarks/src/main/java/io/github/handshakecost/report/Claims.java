package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The claims that a run supports about a ladder, each as half a sentence. */
final class Claims {
  private static final String RESUMED = "connection-resumed";

  /** Causes of the cost of a connection; the first one that was measured is quoted. */
  private static final List<String> CAUSES = List.of("connection-full", "tcp", RESUMED);

  /** Policies whose ratio to pooled is quoted; the first one that was measured. */
  private static final List<String> CLIENTS =
      List.of(AxisNames.NEW_CLIENT, AxisNames.NEW_CLIENT_SHARED_CONTEXT);

  /** A loop has no cost of a connection, so the ratio may be that of any policy. */
  private static final List<String> OF_LOOPS =
      Stream.concat(CLIENTS.stream(), Stream.of(AxisNames.FULL, AxisNames.RESUMED)).toList();

  private static final Map<String, String> WORDS =
      Map.of(
          AxisNames.NEW_CLIENT, "a new client",
          AxisNames.NEW_CLIENT_SHARED_CONTEXT, "a new client with a shared TLS context",
          AxisNames.FULL, "a new connection",
          AxisNames.RESUMED, "a new connection with a resumed handshake");

  private final Summary summary;

  Claims(Summary summary) {
    this.summary = summary;
  }

  /** Whether the ladder has a cost or a ratio. */
  boolean any(Ladder ladder) {
    return cost(ladder).isPresent()
        || policies(ladder).stream().anyMatch(policy -> ladder.ratio(summary, policy).isPresent());
  }

  /** The cost of a connection and a ratio, for this ladder and at other distances. */
  List<String> of(Ladder ladder) {
    final List<String> claims = new ArrayList<>();
    cost(ladder).map(Claims::claim).ifPresent(claims::add);
    final String over =
        claims.isEmpty() ? " over " + CellLabels.protocol(ladder.axis(AxisNames.PROTOCOL)) : "";
    claims.addAll(ratios(ladder, over));
    return claims;
  }

  private Optional<Cost> cost(Ladder ladder) {
    return CAUSES.stream()
        .flatMap(cause -> summary.costs().stream().filter(cost -> cost.cause().equals(cause)))
        .filter(cost -> cost.benchmark().equals(ladder.benchmark()))
        .filter(cost -> cost.where().equals(ladder.where()))
        .findFirst();
  }

  /** The ratios of one policy, preferably one with a ratio in this ladder. */
  private List<String> ratios(Ladder here, String over) {
    final List<Ladder> everywhere =
        Stream.concat(Stream.of(here), Ladder.of(summary, here.benchmark()).stream())
            .filter(it -> CellLabels.anywhere(it.where()).equals(CellLabels.anywhere(here.where())))
            .distinct()
            .toList();
    return policies(here).stream()
        .sorted(Comparator.comparing(policy -> here.ratio(summary, policy).isEmpty()))
        .map(policy -> ratios(everywhere, policy, over))
        .filter(claims -> !claims.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Only the first claim names the policy; the others add their distance and number. */
  private List<String> ratios(List<Ladder> everywhere, String policy, String over) {
    final List<String> claims = new ArrayList<>();
    for (final Ladder ladder : everywhere) {
      final String at =
          ladder.equals(everywhere.get(0))
              ? ""
              : "at rtt %s ".formatted(ladder.axis(AxisNames.RTT));
      ladder
          .ratio(summary, policy)
          .map(ratio -> at + (claims.isEmpty() ? claim(ratio, over) : Cells.times(ratio)))
          .ifPresent(claims::add);
    }
    return claims;
  }

  private static List<String> policies(Ladder ladder) {
    return ladder.isOfRequests() ? CLIENTS : OF_LOOPS;
  }

  private static String claim(Cost cost) {
    final String handshake = handshake(cost);
    if (cost.mayBeNone()) {
      return "the cost of a new connection%s over a reused one is not known (%s µs)"
          .formatted(handshake, Cells.cost(cost));
    }
    return "a new connection%s costs %s µs %s over a reused one (CPU: client %s µs, server %s µs)"
        .formatted(
            handshake,
            NumberFormats.threeDigits(cost.byDifference()),
            Cells.interval(cost.ci95()),
            NumberFormats.threeDigits(cost.clientCpu()),
            NumberFormats.threeDigits(cost.serverCpu()));
  }

  private static String handshake(Cost cost) {
    final String protocol = cost.where().getOrDefault(AxisNames.PROTOCOL, "unknown");
    return protocol.equals(AxisNames.HTTP)
        ? ""
        : " with a %s %s handshake"
            .formatted(
                cost.cause().equals(RESUMED) ? "resumed" : "full", CellLabels.protocol(protocol));
  }

  private static String claim(Ratio ratio, String over) {
    final String fresh =
        (ratio.benchmark().equals(AxisNames.REQUEST)
                ? ""
                : "a %s loop with ".formatted(ratio.benchmark()))
            + "%s for each request%s"
                .formatted(WORDS.getOrDefault(ratio.candidate(), ratio.candidate()), over);
    return ratio.mayBeNone()
        ? "%s shows no difference in time from a pooled one (%s)"
            .formatted(fresh, Cells.times(ratio))
        : "%s takes %s times %s the time of a pooled one"
            .formatted(
                fresh, NumberFormats.threeDigits(ratio.ratio()), Cells.interval(ratio.ci95()));
  }
}
