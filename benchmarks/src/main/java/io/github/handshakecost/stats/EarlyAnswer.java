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
 * The headline while a run goes on: how much longer a request takes under the most expensive policy
 * of the plan than on a pooled connection.
 *
 * @param candidate the policy
 * @param protocol over which
 * @param rtt at which round-trip time
 * @param ratio mean time over that of {@code pooled}
 * @param ci95 of the ratio; absent with fewer rounds than an interval needs
 * @param saved by reuse, in microseconds a request
 */
public record EarlyAnswer(
    String candidate,
    String protocol,
    String rtt,
    double ratio,
    @Nullable Interval ci95,
    double saved) {

  /**
   * From the forks that have been saved.
   *
   * @param planned cells of the plan, in its order
   * @param seed of the bootstrap
   * @return empty where the plan has no such ratio, or no fork of it yet
   */
  public static Optional<EarlyAnswer> of(List<Cell> planned, List<ForkRecord> forks, long seed) {
    final ForkIndex index = new ForkIndex(forks);
    final Ratios ratios = new Ratios(index, new Bootstrap(seed));
    return headline(planned)
        .flatMap(
            cell ->
                ratios
                    .of(cell)
                    .map(
                        ratio ->
                            answer(
                                cell,
                                mean(index, cell),
                                mean(index, pooled(cell)),
                                ratio.ratio(),
                                ratio.ci95())));
  }

  private static double mean(ForkIndex index, Cell cell) {
    return Means.of(index.forks(cell).stream().mapToDouble(ForkRecord::mean).toArray());
  }

  /**
   * From the blocks of a fork that is not over.
   *
   * @param cells of its group, in the order of the plan
   * @param blocks the mean of each block so far, in microseconds
   */
  public static Optional<EarlyAnswer> ofBlocks(List<Cell> cells, Map<Cell, List<Double>> blocks) {
    return headline(cells)
        .filter(cell -> blocks.containsKey(cell) && blocks.containsKey(pooled(cell)))
        .map(
            cell -> {
              final double fresh = mean(blocks, cell);
              final double pooled = mean(blocks, pooled(cell));
              return answer(cell, fresh, pooled, fresh / pooled, null);
            });
  }

  private static double mean(Map<Cell, List<Double>> blocks, Cell cell) {
    return Means.of(
        blocks.getOrDefault(cell, List.of()).stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static EarlyAnswer answer(
      Cell cell, double fresh, double pooled, double ratio, @Nullable Interval ci95) {
    return new EarlyAnswer(
        cell.param(AxisNames.POLICY),
        cell.param(AxisNames.PROTOCOL),
        cell.param(AxisNames.RTT),
        ratio,
        ci95,
        fresh - pooled);
  }

  /** A new client over TLS where the plan has it, at the distance that the plan names first. */
  private static Optional<Cell> headline(List<Cell> planned) {
    final Comparator<Cell> last =
        Comparator.<Cell, Boolean>comparing(
                cell -> !cell.param(AxisNames.POLICY).equals(AxisNames.NEW_CLIENT))
            .thenComparing(cell -> cell.param(AxisNames.PROTOCOL).equals(AxisNames.HTTP));
    return Ratios.candidates(planned).stream().min(last);
  }

  private static Cell pooled(Cell cell) {
    return cell.with(AxisNames.POLICY, AxisNames.POOLED);
  }
}
