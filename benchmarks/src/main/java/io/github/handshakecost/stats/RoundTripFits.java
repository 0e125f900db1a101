package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.RoundTrips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Round trips, counted by how times grow with distance. */
final class RoundTripFits {
  private final ForkIndex index;
  private final Bootstrap bootstrap;

  RoundTripFits(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** Every line that can be laid, cell by cell. */
  List<RoundTrips> all(List<Cell> measured) {
    final Map<Cell, List<Cell>> everywhere = new LinkedHashMap<>();
    for (final Cell cell : measured) {
      everywhere.computeIfAbsent(Distances.anywhere(cell), any -> new ArrayList<>()).add(cell);
    }
    return List.copyOf(everywhere.values()).parallelStream()
        .map(cells -> Distances.of(cells, index))
        .filter(Objects::nonNull)
        .flatMap(this::of)
        .toList();
  }

  private Stream<RoundTrips> of(Distances distances) {
    final Cell cell = distances.cell();
    if (!cell.benchmark().equals(AxisNames.REQUEST)) {
      return Stream.of(fit(distances, "total", ForkRecord::mean, null));
    }
    final Stream<RoundTrips> laws =
        Law.of(cell).stream().map(law -> fit(distances, law.cause(), law.figure(), law.expected()));
    return Stream.concat(
        laws,
        Stream.of(fit(distances, "total", ForkRecord::mean, Law.ofRequest(cell).orElse(null))));
  }

  private RoundTrips fit(
      Distances distances,
      String cause,
      ToDoubleFunction<ForkRecord> figure,
      @Nullable Double expected) {
    final Lines lines = distances.lines(figure);
    final Line line = lines.all();
    final IntFunction<Line> resampled = bootstrap.lines(lines);
    final Interval slope =
        bootstrap.figure(distances.rounds(), line.slope(), i -> resampled.apply(i).slope());
    return new RoundTrips(
        distances.cell().benchmark(),
        cause,
        distances.cell().param(AxisNames.POLICY),
        distances.where(),
        line.slope(),
        slope,
        line.intercept(),
        bootstrap.figure(distances.rounds(), line.intercept(), i -> resampled.apply(i).intercept()),
        expected,
        expected == null ? null : Law.holds(slope, expected),
        distances.rounds());
  }
}
