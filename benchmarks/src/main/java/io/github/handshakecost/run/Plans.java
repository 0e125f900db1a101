package io.github.handshakecost.run;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The named plans. */
public enum Plans {
  /** The headline in two minutes on a quiet machine. A slow machine gets its three rounds too. */
  QUICK(
      "quick",
      "the main policies over TLS 1.3 on loopback",
      PlanCells::secureLadder,
      new Effort(ofMinutes(2), 16, ofMillis(50), 3, 4, ofMinutes(6), 0.15)),
  /** All policies in a quarter of an hour. */
  STANDARD(
      "headline",
      "all policies on loopback; TLS 1.3 and a loop of 11 requests also at 20 ms; a raw socket",
      PlanCells::allPolicies,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofSeconds(870), 0.05)),
  /**
   * The cost of a connection by client, in a quarter of an hour. Six JVMs a round leave time for
   * four or five rounds.
   */
  CLIENTS(
      "clients",
      "every client over TLS 1.3 on loopback: pooled, new clients, new clients with one TLS context",
      PlanCells::everyClient,
      new Effort(ofMinutes(3), 24, ofMillis(100), 4, 8, ofSeconds(870), 0.1)),
  TLS(
      "tls",
      "keys, chain, client certificate, trust bundle and group over TLS 1.3 on loopback",
      PlanCells::certificates,
      new Effort(ofMinutes(3), 24, ofMillis(100), 4, 20, ofSeconds(870), 0.05)),
  /** A request after a pause varies more: caches are cold, and the processor has slept. */
  IDLE(
      "idle",
      "a pause before each request, with and without a server that closes the connection in it",
      PlanCells::pauses,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofSeconds(870), 0.15)),
  AMORTISATION(
      "amortisation",
      "1 to 50 requests per connection, and bodies up to 1 MB (128 kB at 20 ms)",
      PlanCells::amortisation,
      new Effort(ofMinutes(3), 16, ofMillis(100), 4, 20, ofSeconds(870), 0.05)),
  FULL(
      "full",
      "every axis of warm JVMs, one at a time",
      PlanCells::everyAxis,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofHours(3), 0.05)),
  /** Single requests of new JVMs differ by half of their mean, so there are many rounds. */
  COLD(
      "cold",
      "the first 1,000 requests of new JVMs, pooled and by new clients, with and without CDS",
      PlanCells::firstRequests,
      new Effort(Duration.ZERO, 1, Duration.ZERO, 20, 80, ofSeconds(870), 0.4)),
  /**
   * A block of 64 users must hold several operations of each. Threads that the scheduler places
   * differ more from JVM to JVM than pinned ones.
   */
  LOAD(
      "load",
      "1, 4, 16 and 64 users that share a client, over TLS 1.3 on loopback; small pools",
      PlanCells::users,
      new Effort(ofMinutes(3), 8, ofMillis(600), 5, 8, ofSeconds(870), 0.15));

  private final String label;
  private final String description;
  private final Supplier<List<Cell>> cells;
  private final Effort effort;

  Plans(String label, String description, Supplier<List<Cell>> cells, Effort effort) {
    this.label = label;
    this.description = description;
    this.cells = cells;
    this.effort = effort;
  }

  /** Throws {@link UsageException} if there is no plan of this name. */
  public static Plans named(String label) {
    return Arrays.stream(values())
        .filter(plan -> plan.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no plan %s; plans: %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Plans::label)
                                .collect(Collectors.joining(", ")))));
  }

  public String label() {
    return label;
  }

  public String description() {
    return description;
  }

  public Plan plan() {
    return new Plan(label, cells.get(), effort, Plan.STANDARD_SEED);
  }
}
