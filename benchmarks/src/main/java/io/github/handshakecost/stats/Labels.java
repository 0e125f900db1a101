package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names cells by the axes that tell them apart; an axis with a single value is left out. */
public final class Labels {
  private final Set<String> varying = new HashSet<>();

  public Labels(List<Cell> cells) {
    for (final Cell cell : cells) {
      cell.params().entrySet().stream()
          .filter(param -> !param.getValue().equals(cells.get(0).params().get(param.getKey())))
          .forEach(param -> varying.add(param.getKey()));
    }
  }

  /** {@code request policy=pooled protocol=http}. */
  public String of(Cell cell) {
    return Stream.concat(Stream.of(cell.benchmark()), named(cell.params(), varying))
        .collect(Collectors.joining(" "));
  }

  /** The place of a ratio or a cost, always with round-trip time and placement. */
  public String of(Map<String, String> where) {
    final Set<String> axes = new HashSet<>(varying);
    axes.add(AxisNames.RTT);
    axes.add(AxisNames.PLACEMENT);
    return named(where, axes).collect(Collectors.joining(" "));
  }

  private static Stream<String> named(Map<String, String> params, Set<String> axes) {
    return params.entrySet().stream()
        .filter(param -> axes.contains(param.getKey()))
        .map(Object::toString);
  }
}
