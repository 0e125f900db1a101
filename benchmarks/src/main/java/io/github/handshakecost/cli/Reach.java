package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Plan;
import java.util.List;
import java.util.Set;

/**
 * How far this process can measure.
 *
 * @param plan what it can measure of what was asked
 * @param prefix what has to stand before the command for it to measure all of that; empty if it can
 *     as it is
 * @param warnings what had to be left out
 */
record Reach(Plan plan, List<String> prefix, List<Warning> warnings) {

  /**
   * @param chosen axes whose values the user chose
   * @throws LinkUnavailableException if the user chose a distance that cannot be had here
   */
  static Reach of(Plan asked, Set<String> chosen) {
    if (asked.cells().stream().noneMatch(Reach::isDistant)) {
      return new Reach(asked, List.of(), List.of());
    }
    if (PrivateNetwork.ours()) {
      PrivateNetwork.prepare();
      return new Reach(asked, List.of(), List.of());
    }
    try {
      return new Reach(asked, PrivateNetwork.prefix(), List.of());
    } catch (LinkUnavailableException e) {
      if (chosen.contains(Axes.RTT.name())) {
        throw e;
      }
      return new Reach(
          asked.withCells(asked.cells().stream().filter(cell -> !isDistant(cell)).toList()),
          List.of(),
          List.of(
              new Warning(
                  "nothing was measured at a distance: " + e.getMessage(),
                  "until then these numbers are of loopback alone")));
    }
  }

  /** Whether anything of it is at a distance. */
  boolean isDistant() {
    return plan.cells().stream().anyMatch(Reach::isDistant);
  }

  private static boolean isDistant(Cell cell) {
    return Settings.of(cell.params()).rtt().isDistant();
  }
}
