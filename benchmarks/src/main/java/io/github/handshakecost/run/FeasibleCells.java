package io.github.handshakecost.run;

import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.trial.Affinity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cells of a plan that can be measured on this machine.
 *
 * @param prefix of the command that can measure them; empty if this process can
 * @param warnings about the machine and the other cells
 */
public record FeasibleCells(List<Cell> cells, List<String> prefix, List<Warning> warnings) {

  /**
   * Adapts cells to the network of this process.
   *
   * @param chosen axes whose values the user chose
   * @throws LinkUnavailableException if the user chose a distance that is impossible here
   */
  public static FeasibleCells reachable(List<Cell> asked, Set<String> chosen) {
    final FeasibleCells all = new FeasibleCells(asked, List.of(), List.of());
    if (!all.distant()) {
      return all;
    }
    if (PrivateNetwork.ours()) {
      PrivateNetwork.prepare();
      return all;
    }
    try {
      return new FeasibleCells(asked, PrivateNetwork.prefix(), List.of());
    } catch (LinkUnavailableException e) {
      if (chosen.contains(Axes.RTT.name())) {
        throw e;
      }
      return new FeasibleCells(
          asked.stream().filter(cell -> !isDistant(cell)).toList(),
          List.of(),
          List.of(
              new Warning(
                  "nothing was measured at a distance: " + e.getMessage(),
                  "until then all results are of loopback")));
    }
  }

  /**
   * Leaves out the cells that the JVM of the forks cannot measure, with a warning.
   *
   * @param jdk feature version of that JVM
   * @param chosen axes whose values the user chose
   * @throws UsageException if a chosen value would be in no cell
   */
  public FeasibleCells on(int jdk, Set<String> chosen) {
    final List<Cell> possible =
        cells.stream().filter(cell -> missing(cell, jdk).isEmpty()).toList();
    final Set<Warning> all = new LinkedHashSet<>(warnings);
    for (final Cell cell : cells) {
      missing(cell, jdk)
          .ifPresent(
              sentence -> {
                if (chosen.stream().anyMatch(axis -> !has(possible, axis, cell))) {
                  throw new UsageException(sentence);
                }
                all.add(
                    new Warning(
                        "a part of the plan was not measured: " + sentence,
                        "until then the run compares the other cells alone"));
              });
    }
    return new FeasibleCells(possible, prefix, List.copyOf(all));
  }

  private static boolean has(List<Cell> cells, String axis, Cell value) {
    return cells.stream().anyMatch(cell -> cell.param(axis).equals(value.param(axis)));
  }

  private static Optional<String> missing(Cell cell, int jdk) {
    return Settings.of(cell.params()).missing(jdk, Platform.isLinux());
  }

  /** Whether there is a cell at a distance. */
  public boolean distant() {
    return cells.stream().anyMatch(FeasibleCells::isDistant);
  }

  private static boolean isDistant(Cell cell) {
    return Settings.of(cell.params()).get(Axes.RTT).isDistant();
  }

  /**
   * Adapts the cells to the servers and the processors of this machine.
   *
   * @param chosen axes whose values the user chose
   * @throws CannotRunException if the machine cannot do what was asked
   */
  public FeasibleCells placed(Set<String> chosen) {
    final List<Settings> settings = cells.stream().map(cell -> Settings.of(cell.params())).toList();
    final List<Warning> all = new ArrayList<>(warnings);
    all.addAll(Preflight.check());
    settings.stream()
        .map(
            s ->
                FixtureConfig.defaults()
                    .withTlsProvider(s.get(Axes.SERVER_TLS))
                    .withTransport(s.get(Axes.TRANSPORT)))
        .distinct()
        .forEach(server -> HttpsFixture.start(server).close());
    final Optional<String> refusal = Affinity.refusal();
    if (refusal.isEmpty()
        || settings.stream().noneMatch(s -> s.get(Axes.PLACEMENT) == Placement.SAME_CORE)) {
      return new FeasibleCells(cells, prefix, all);
    }
    if (chosen.contains(Axes.PLACEMENT.name())) {
      throw new CannotRunException(refusal.get());
    }
    all.add(
        new Warning(
            "the scheduler places the threads (placement free): " + refusal.get(),
            "do not compare with placement same-core: a pooled request then also wakes idle cores"));
    return new FeasibleCells(
        cells.stream()
            .map(cell -> cell.with(Axes.PLACEMENT.name(), Placement.FREE.label()))
            .distinct()
            .toList(),
        prefix,
        all);
  }
}
