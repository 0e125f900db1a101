package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.Connections;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Preflight;
import io.github.handshakecost.trial.Affinity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that this machine can carry out.
 *
 * @param plan with the placement that the system allows
 * @param warnings what a reader of its numbers has to know of the machine
 */
record Readiness(Plan plan, List<Warning> warnings) {
  /** Plain connections on loopback, one after another, on a fast machine. */
  private static final double CONNECTIONS_PER_SECOND = 10_000;

  /**
   * @param chosen axes whose values the user chose
   * @throws CannotRunException if the machine cannot do what was asked
   */
  static Readiness of(Plan asked, Set<String> chosen) {
    final List<Settings> settings =
        asked.cells().stream().map(cell -> Settings.of(cell.params())).toList();
    final boolean connects = settings.stream().anyMatch(s -> s.policy() != Policy.POOLED);
    final List<Warning> warnings = new ArrayList<>(Preflight.check(connects));
    final int addresses =
        settings.stream()
            .map(
                s ->
                    FixtureConfig.defaults()
                        .withTlsProvider(s.serverTls())
                        .withTransport(s.transport()))
            .distinct()
            .mapToInt(Readiness::addresses)
            .min()
            .orElseThrow();
    if (connects) {
      Preflight.requirePorts(new Connections(CONNECTIONS_PER_SECOND, connecting(asked), addresses));
    }
    final Optional<String> refusal = Affinity.refusal();
    final boolean pins = settings.stream().anyMatch(s -> s.placement() == Placement.SAME_CORE);
    if (refusal.isEmpty() || !pins) {
      return new Readiness(asked, warnings);
    }
    if (chosen.contains(Axes.PLACEMENT.name())) {
      throw new CannotRunException(refusal.get());
    }
    warnings.add(
        new Warning(
            "threads run where the scheduler puts them (placement free): " + refusal.get(),
            "do not compare with placement same-core: a pooled request then measures the waking of"
                + " idle cores"));
    return new Readiness(
        asked.withCells(
            asked.cells().stream()
                .map(cell -> cell.with(Axes.PLACEMENT.name(), Placement.FREE.label()))
                .distinct()
                .toList()),
        warnings);
  }

  /** For how long the busiest fork opens plain connections; those of TLS are few beside them. */
  private static Duration connecting(Plan plan) {
    return Group.of(plan.cells()).stream()
        .map(group -> connecting(plan.effort(), group))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration connecting(Effort effort, Group group) {
    final long plain =
        group.cells().stream()
            .map(cell -> Settings.of(cell.params()))
            .filter(s -> s.policy() != Policy.POOLED && !s.protocol().secure())
            .count();
    return effort.guess(group).multipliedBy(plain).dividedBy(group.cells().size());
  }

  /** By how many a server is reached that has to run here. */
  private static int addresses(FixtureConfig config) {
    try (HttpsFixture server = HttpsFixture.start(config)) {
      return server.addresses().size();
    } catch (FixtureUnavailableException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()));
    }
  }
}
