package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.Drifted;
import io.github.handshakecost.result.Finding.ForkId;
import io.github.handshakecost.result.Finding.Outlier;
import io.github.handshakecost.result.Finding.Stalled;
import io.github.handshakecost.result.Finding.Starved;
import io.github.handshakecost.result.Finding.Unsettled;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds unsettled, drifting and outlying forks, for findings and for the flags of cells. */
final class Findings {
  /** With fewer iterations a half has no spread to judge by. */
  private static final int LEAST_ITERATIONS = 4;

  private static final int LEAST_ROUNDS = 3;

  /** Wall time over CPU time. Another process on the core that gets its share makes it 2. */
  private static final double MOST_WALL = 1.25;

  /** A cell of the default plan is measured for 3 s in a fork; this adds 8 % to its mean. */
  private static final double STALL_MICROS = 250_000;

  /** The share of cells without an outlier in which Grubbs' test finds one by chance. */
  private static final double OUTLIER_LEVEL = 0.01;

  private static final Map<Class<? extends Finding>, String> FLAGS = new LinkedHashMap<>();

  static {
    FLAGS.put(Unsettled.class, "unsettled");
    FLAGS.put(Drifted.class, "drifted");
    FLAGS.put(Outlier.class, "outlier");
    FLAGS.put(Starved.class, "starved");
    FLAGS.put(Stalled.class, "stalled");
  }

  private final Map<Cell, List<Finding>> byCell = new LinkedHashMap<>();

  Findings(List<Cell> cells, ForkIndex index) {
    cells.forEach(cell -> byCell.put(cell, of(index.forks(cell))));
  }

  /** Cell by cell, and in each by round. */
  List<Finding> all() {
    return byCell.values().stream().flatMap(List::stream).toList();
  }

  /** The flags of a cell, each once. */
  List<String> flags(Cell cell) {
    final List<Finding> found = byCell.getOrDefault(cell, List.of());
    return FLAGS.entrySet().stream()
        .filter(flag -> found.stream().anyMatch(flag.getKey()::isInstance))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Finding> of(List<ForkRecord> forks) {
    final List<Finding> findings = new ArrayList<>();
    for (final ForkRecord fork : forks) {
      final ForkMeasurement measured = fork.measurement();
      measured.warnings().stream()
          .distinct()
          .map(saved -> new Finding.Saved(saved.cause(), saved.remedy(), id(fork)))
          .forEach(findings::add);
      if (!measured.settled()) {
        findings.add(new Unsettled(id(fork), fork.took().warmUp()));
      }
      starved(fork).ifPresent(findings::add);
      stalled(fork).ifPresent(findings::add);
      drift(fork).ifPresent(findings::add);
      final String placement = fork.cell().param(AxisNames.PLACEMENT);
      // A new JVM has its own process, which cannot share the core of the server.
      if (!fork.cell().cold()
          && fork.cell().users() == 1
          && AxisNames.FREE.equals(measured.facts().getOrDefault("placement", placement))) {
        findings.add(new Finding.FreePlacement(id(fork)));
      }
    }
    outlier(forks).ifPresent(findings::add);
    return findings;
  }

  private static ForkId id(ForkRecord fork) {
    return new ForkId(fork.cell(), fork.round());
  }

  /**
   * Whether client and server shared a core of loopback without having it all the time. Then an
   * operation takes longer than the CPU time of both; on an idle machine by 1 to 4 %.
   */
  static Optional<Starved> starved(ForkRecord fork) {
    final Map<String, String> facts = fork.measurement().facts();
    if (!AxisNames.SAME_CORE.equals(facts.get(AxisNames.PLACEMENT)) || waits(fork.cell())) {
      return Optional.empty();
    }
    final double wall = fork.mean();
    final double cpu =
        fork.mean(block -> (block.clientCpu() + block.serverCpu()) / block.operations());
    return wall > MOST_WALL * cpu
        ? Optional.of(new Starved(id(fork), wall, cpu))
        : Optional.empty();
  }

  /** Whether an operation waits for the network, the stale check or a delayed acknowledgement. */
  private static boolean waits(Cell cell) {
    return !cell.param(AxisNames.RTT).equals(AxisNames.LOOPBACK)
        || cell.param(AxisNames.RECOVERY).equals(AxisNames.CHECK)
        || cell.param(AxisNames.SERVER_NAGLE).equals(AxisNames.ON);
  }

  /** Whether an operation stood still for a time that shows in the mean. */
  static Optional<Stalled> stalled(ForkRecord fork) {
    final Latency latency = fork.measurement().latency();
    final Stalled stalled = new Stalled(id(fork), latency.longest(), latency.at(50));
    return stalled.longest() - stalled.median() > STALL_MICROS
        ? Optional.of(stalled)
        : Optional.empty();
  }

  /**
   * Whether a fork drifted: the means of its halves differ by more than the width of the 95 %
   * t-interval of its mean. The spread is taken within the halves, because a step between them
   * would widen the interval as fast as it separates the halves. So this is Student's test of two
   * means, and by chance it finds one steady fork in twenty.
   */
  static Optional<Drifted> drift(ForkRecord fork) {
    final double[] means =
        fork.measurement().iterations().stream().mapToDouble(IterationRecord::mean).toArray();
    if (means.length < LEAST_ITERATIONS) {
      return Optional.empty();
    }
    // The middle one of an odd number belongs to neither half.
    final int half = means.length / 2;
    final double[] first = Arrays.copyOfRange(means, 0, half);
    final double[] second = Arrays.copyOfRange(means, means.length - half, means.length);
    final int freedom = 2 * half - 2;
    final double variance =
        (StudentT.sumOfSquares(first) + StudentT.sumOfSquares(second)) / freedom;
    final double width = 2 * StudentT.quantile95(freedom) * Math.sqrt(variance / (2 * half));
    final Drifted drift =
        new Drifted(id(fork), ForkFigures.mean(first), ForkFigures.mean(second), width);
    return Math.abs(drift.firstHalf() - drift.secondHalf()) > width
        ? Optional.of(drift)
        : Optional.empty();
  }

  /**
   * The outlier among the forks of a cell by Grubbs' test, two-sided at 1 %, on logarithms, as
   * times vary by factors. The test asks how many standard deviations the farthest value is from
   * the mean (Grubbs, Procedures for Detecting Outlying Observations in Samples, Technometrics 11,
   * 1969; NIST/SEMATECH e-Handbook, section 1.3.5.17.1). It finds one value; two outliers hide each
   * other. Outliers are reported, never removed: removing them would bias the interval.
   */
  static Optional<Outlier> outlier(List<ForkRecord> forks) {
    if (forks.size() < LEAST_ROUNDS) {
      return Optional.empty();
    }
    final double[] means = ForkFigures.means(forks);
    final double[] logs = Arrays.stream(means).map(StrictMath::log).toArray();
    final double centre = ForkFigures.mean(logs);
    int farthest = 0;
    for (int i = 1; i < logs.length; i++) {
      farthest = Math.abs(logs[i] - centre) > Math.abs(logs[farthest] - centre) ? i : farthest;
    }
    final double deviation = Math.sqrt(StudentT.sumOfSquares(logs) / (logs.length - 1));
    if (!(Math.abs(logs[farthest] - centre) > criticalDistance(logs.length) * deviation)) {
      return Optional.empty();
    }
    final double rest = Arrays.stream(means).sum() - means[farthest];
    return Optional.of(
        new Outlier(id(forks.get(farthest)), means[farthest], rest / (means.length - 1)));
  }

  /** The distance from the mean in standard deviations beyond which a value is an outlier. */
  static double criticalDistance(int n) {
    final double t = StudentT.quantile(n - 2, 1 - OUTLIER_LEVEL / n);
    return (n - 1) / Math.sqrt(n) * Math.sqrt(t * t / (n - 2 + t * t));
  }
}
