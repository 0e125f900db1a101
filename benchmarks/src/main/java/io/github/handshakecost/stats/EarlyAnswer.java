package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headline while a run goes on: how much longer an operation takes under the most expensive
 * policy of the plan than on a pooled connection.
 *
 * @param benchmark whose operation it is
 * @param nth the request of a new JVM; absent if the JVMs are warm
 * @param ratio mean time over that of {@code pooled}
 * @param ci95 of the ratio; absent with fewer rounds than an interval needs
 * @param saved by reuse, in microseconds per operation
 */
public record EarlyAnswer(
    String benchmark,
    String candidate,
    String protocol,
    String rtt,
    @Nullable String nth,
    double ratio,
    @Nullable Interval ci95,
    double saved) {

  /**
   * From the forks that have been saved.
   *
   * @param planned cells of the plan, in its order
   * @param seed of the bootstrap
   * @return empty if the plan has no such ratio, or no fork of it yet
   */
  public static Optional<EarlyAnswer> of(List<Cell> planned, List<ForkRecord> forks, long seed) {
    final ForkIndex index = new ForkIndex(forks);
    final Bootstrap bootstrap = new Bootstrap(seed);
    return headline(planned).flatMap(cell -> answer(cell, Ratios.paired(index, cell), bootstrap));
  }

  /** Of the rounds in which both cells have a fork. */
  private static Optional<EarlyAnswer> answer(
      Cell cell, Bootstrap.Paired paired, Bootstrap bootstrap) {
    return paired.rounds() == 0
        ? Optional.empty()
        : Optional.of(
            answer(
                cell,
                paired.ratio(),
                bootstrap.ratio(paired),
                ForkFigures.mean(paired.above()) - ForkFigures.mean(paired.below())));
  }

  /**
   * From the blocks of a fork that is not over.
   *
   * @param cells of its group, in the order of the plan
   * @param blocks the mean of each block so far, in microseconds
   */
  public static Optional<EarlyAnswer> ofBlocks(List<Cell> cells, Map<Cell, List<Double>> blocks) {
    return headline(cells)
        .filter(cell -> blocks.containsKey(cell) && blocks.containsKey(cell.pooled()))
        .map(
            cell -> {
              final double fresh = mean(blocks, cell);
              final double pooled = mean(blocks, cell.pooled());
              return answer(cell, fresh / pooled, null, fresh - pooled);
            });
  }

  private static double mean(Map<Cell, List<Double>> blocks, Cell cell) {
    return ForkFigures.mean(
        blocks.getOrDefault(cell, List.of()).stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static EarlyAnswer answer(
      Cell cell, double ratio, @Nullable Interval ci95, double saved) {
    return new EarlyAnswer(
        cell.benchmark(),
        cell.policyLabel(),
        cell.param(AxisNames.PROTOCOL),
        cell.param(AxisNames.RTT),
        cell.params().get(AxisNames.NTH),
        ratio,
        ci95,
        saved);
  }

  /** A new client over TLS if the plan has it, at the distance that the plan names first. */
  private static Optional<Cell> headline(List<Cell> planned) {
    return Ratios.candidates(planned).stream()
        .min(
            Comparator.<Cell, Boolean>comparing(cell -> !cell.policy().equals(AxisNames.NEW_CLIENT))
                .thenComparing(cell -> cell.param(AxisNames.PROTOCOL).equals(AxisNames.HTTP)));
  }
}
