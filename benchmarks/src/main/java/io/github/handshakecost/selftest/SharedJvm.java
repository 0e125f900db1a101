package io.github.handshakecost.selftest;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Shared;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.stats.SelfTestFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cells in the JVM of their group, and each in a JVM of its own. A round has one fork of each, in
 * random order. A cell that is precise enough is no longer measured alone, and a group of such
 * cells no longer at all.
 */
final class SharedJvm {
  private final SelfTestPart part;
  private final ArmForks forks;
  private final SelfTestMeasurement measurement;
  private final SelfTestFigures figures;
  private final long seed;
  private final Map<Cell, List<ForkRecord>> together = new LinkedHashMap<>();
  private final Map<Cell, List<ForkRecord>> alone = new LinkedHashMap<>();
  private final Map<Cell, Shared> known = new LinkedHashMap<>();

  SharedJvm(
      SelfTestPart part,
      ArmForks forks,
      SelfTestMeasurement measurement,
      SelfTestFigures figures,
      long seed) {
    this.part = part;
    this.forks = forks;
    this.measurement = measurement;
    this.figures = figures;
    this.seed = seed;
  }

  /** Measures a round, counted from 1; empty as long as there is no interval. */
  Optional<SelfTest.Part> measure(int round) {
    final List<Cell> open = part.cells().stream().filter(this::isOpen).toList();
    final List<Runnable> order = new ArrayList<>();
    Group.of(part.cells()).stream()
        .filter(group -> group.cells().stream().anyMatch(open::contains))
        .forEach(group -> order.add(() -> together(round, group, open)));
    open.forEach(cell -> order.add(() -> alone(round, cell)));
    Collections.shuffle(order, new Random(seed + round));
    order.forEach(Runnable::run);
    if (round < Interval.LEAST_ROUNDS) {
      return Optional.empty();
    }
    open.forEach(cell -> known.put(cell, figures.shared(of(together, cell), of(alone, cell))));
    return Optional.of(new SelfTest.Sharing(List.copyOf(known.values())));
  }

  private boolean isOpen(Cell cell) {
    final Shared shared = known.get(cell);
    return shared == null || shared.rounds() < part.effort().leastRounds() || !shared.precise();
  }

  private void together(int round, Group group, List<Cell> open) {
    final String name = "sharing-" + group.label().replaceAll("[ =]", "-");
    final List<Arm> arms = group.cells().stream().map(cell -> new Arm(cell, false)).toList();
    measurement.step(name, round, () -> forks.together(round, name, arms)).stream()
        .filter(fork -> open.contains(fork.cell()))
        .forEach(fork -> of(together, fork.cell()).add(fork));
  }

  private void alone(int round, Cell cell) {
    final String name =
        Stream.of(Axes.CLIENT.name(), Axes.PROTOCOL.name(), Axes.POLICY.name())
            .map(cell::param)
            .collect(Collectors.joining("-", "sharing-", ""));
    of(alone, cell).addAll(measurement.step(name, round, () -> List.of(forks.alone(round, cell))));
  }

  private static List<ForkRecord> of(Map<Cell, List<ForkRecord>> forks, Cell cell) {
    return forks.computeIfAbsent(cell, first -> new ArrayList<>());
  }
}
