package io.github.handshakecost.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.RoundTrips;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Round trips, counted by how times grow with distance. */
final class RoundTripFits {
  private final ForkIndex index;
  private final Bootstrap bootstrap;

  RoundTripFits(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** Every line that can be fitted, cell by cell. */
  List<RoundTrips> all(List<Cell> measured) {
    final Map<Cell, List<Cell>> byCell =
        measured.stream().collect(groupingBy(RttSeries::anywhere, LinkedHashMap::new, toList()));
    return byCell.values().stream()
        .flatMap(cells -> of(RttSeries.of(cells, index)).stream())
        .toList();
  }

  private List<RoundTrips> of(@Nullable RttSeries series) {
    return series == null
        ? List.of()
        : ExpectedRoundTrips.of(series.cell()).stream()
            .map(expected -> fit(series, expected))
            .toList();
  }

  private RoundTrips fit(RttSeries series, ExpectedRoundTrips expected) {
    final Lines lines = series.lines(expected.figure());
    final Lines.Line line = lines.all();
    final IntFunction<Lines.Line> resampled = bootstrap.lines(lines);
    final Interval slope =
        bootstrap.figure(series.rounds(), line.slope(), i -> resampled.apply(i).slope());
    final Double number = expected.number();
    return new RoundTrips(
        series.cell().benchmark(),
        expected.cause(),
        series.policy(),
        series.where(),
        line.slope(),
        slope,
        line.intercept(),
        bootstrap.figure(series.rounds(), line.intercept(), i -> resampled.apply(i).intercept()),
        number,
        slope == null || number == null
            ? null
            : slope.liesWithin(number - RoundTrips.TOLERANCE, number + RoundTrips.TOLERANCE),
        series.rounds());
  }
}
