package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.trial.Affinity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan with the servers and the placement that are possible on this machine.
 *
 * @param warnings about this machine
 */
public record PlacementPlan(Plan plan, List<Warning> warnings) {

  /**
   * Adapts a plan to this machine.
   *
   * @param chosen axes whose values the user chose
   * @throws CannotRunException if the machine cannot do what was asked
   */
  public static PlacementPlan of(Plan asked, Set<String> chosen) {
    final List<Settings> settings =
        asked.cells().stream().map(cell -> Settings.of(cell.params())).toList();
    final List<Warning> warnings = new ArrayList<>(Preflight.check());
    settings.stream()
        .map(
            s ->
                FixtureConfig.defaults()
                    .withTlsProvider(s.serverTls())
                    .withTransport(s.transport()))
        .distinct()
        .forEach(PlacementPlan::requireServer);
    final Optional<String> refusal = Affinity.refusal();
    final boolean pins = settings.stream().anyMatch(s -> s.placement() == Placement.SAME_CORE);
    if (refusal.isEmpty() || !pins) {
      return new PlacementPlan(asked, warnings);
    }
    if (chosen.contains(Axes.PLACEMENT.name())) {
      throw new CannotRunException(refusal.get());
    }
    warnings.add(
        new Warning(
            "the scheduler places the threads (placement free): " + refusal.get(),
            "do not compare with placement same-core: a pooled request then also wakes idle cores"));
    return new PlacementPlan(
        asked.withCells(
            asked.cells().stream()
                .map(cell -> cell.with(Axes.PLACEMENT.name(), Placement.FREE.label()))
                .distinct()
                .toList()),
        warnings);
  }

  private static void requireServer(FixtureConfig config) {
    HttpsFixture.start(config).close();
  }
}
