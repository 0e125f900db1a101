package io.github.handshakecost.selftest;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.stats.SimulatedForks;
import io.github.handshakecost.trial.TrialOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures as a true machine would, except for the faults that a test gives it. */
public final class SimulatedMachine implements SelfTestRun.ForkSource {
  public static final double EXCHANGE = 15;
  private static final double HANDSHAKE = 2_500;
  private static final double NOISE = 0.01;

  private final List<String> forks = new ArrayList<>();
  private final Random random = new Random(3);
  private double secondArm = 1;
  private double sharing = 1;
  private boolean deaf;
  private double noise = NOISE;

  /** The factor by which the second of three arms is wrong. */
  public SimulatedMachine withSecondArm(double factor) {
    secondArm = factor;
    return this;
  }

  /** The factor by which cells are slower in a shared JVM. */
  public SimulatedMachine withSharing(double factor) {
    sharing = factor;
    return this;
  }

  /** It does not see delays. */
  public SimulatedMachine deaf() {
    deaf = true;
    return this;
  }

  public SimulatedMachine withNoise(double size) {
    noise = size;
    return this;
  }

  /** The requested forks: label or cell, number of arms, and the delay in nanoseconds. */
  public List<String> forks() {
    return forks;
  }

  @Override
  public ArmForks forks(Effort effort, Map<String, String> properties) {
    final String told = properties.getOrDefault(TrialOptions.DELAY, "0,0");
    return new ArmForks() {
      @Override
      public List<ForkRecord> together(int round, String label, List<Arm> arms) {
        forks.add("%s x%d %s".formatted(label, arms.size(), told));
        return IntStream.range(0, arms.size())
            .mapToObj(
                i ->
                    fork(
                        arms.get(i).cell(),
                        round,
                        micros(arms.get(i).delayed() && !deaf ? told : "0,0"),
                        sharing * (i % 3 == 1 ? secondArm : 1)))
            .toList();
      }

      @Override
      public ForkRecord alone(int round, Cell cell) {
        forks.add("alone");
        return fork(cell, round, new double[] {0, 0}, 1);
      }
    };
  }

  /** Exchange and handshake. */
  private static double[] micros(String delay) {
    return Stream.of(delay.split(",", -1))
        .mapToDouble(nanos -> Double.parseDouble(nanos) / 1e3)
        .toArray();
  }

  private ForkRecord fork(Cell cell, int round, double[] delay, double factor) {
    final boolean connects = !cell.param("policy").equals("pooled");
    return SimulatedForks.of(
        cell,
        round,
        connects ? HANDSHAKE * factor * noise() + delay[1] : 0,
        EXCHANGE * factor * noise() + delay[0]);
  }

  private double noise() {
    return Math.exp(noise * random.nextGaussian());
  }
}
