package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names cells by what tells them apart: an axis with one value in the whole run goes unsaid. */
final class Labels {
  private final Set<String> varying = new HashSet<>();

  Labels(List<Cell> cells) {
    for (final Cell cell : cells) {
      cell.params()
          .forEach(
              (axis, value) -> {
                if (!value.equals(cells.get(0).params().get(axis))) {
                  varying.add(axis);
                }
              });
    }
  }

  String of(Cell cell) {
    return Stream.concat(Stream.of(cell.benchmark()), told(cell.params(), varying))
        .collect(Collectors.joining(" "));
  }

  /** The place of a ratio or a cost, which means nothing without round-trip time and placement. */
  String of(Map<String, String> where) {
    final Set<String> axes = new HashSet<>(varying);
    axes.add(AxisNames.RTT);
    axes.add(AxisNames.PLACEMENT);
    return told(where, axes).collect(Collectors.joining(" "));
  }

  private static Stream<String> told(Map<String, String> params, Set<String> axes) {
    return params.entrySet().stream()
        .filter(param -> axes.contains(param.getKey()))
        .map(Object::toString);
  }
}
