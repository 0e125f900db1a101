package io.github.handshakecost.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ColdStartSummary;
import io.github.handshakecost.result.ForkMeasurement.ColdStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The starts of new JVMs: each JVM once, although each of its cells has a record of it. */
final class ColdStarts {
  private ColdStarts() {}

  /** Empty if every JVM was warm. */
  static List<ColdStartSummary> of(List<Cell> measured, ForkIndex index, Bootstrap bootstrap) {
    return measured.stream()
        .filter(Cell::cold)
        .collect(groupingBy(ColdStarts::ofJvm, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(jvm -> of(jvm.getKey(), jvm.getValue().get(0), index, bootstrap))
        .toList();
  }

  /** The axes that the cells of a JVM share. */
  private static Map<String, String> ofJvm(Cell cell) {
    final Map<String, String> params = new LinkedHashMap<>(cell.params());
    params.remove(AxisNames.NTH);
    return params;
  }

  private static ColdStartSummary of(
      Map<String, String> params, Cell any, ForkIndex index, Bootstrap bootstrap) {
    final List<ColdStart> starts =
        index.forks(any).stream()
            .flatMap(fork -> Stream.ofNullable(fork.measurement().cold()))
            .toList();
    final double[] startUp = values(starts, ColdStart::startUp);
    final double[] first = values(starts, ColdStart::firstRequest);
    final double[] script = values(starts, ColdStart::script);
    return new ColdStartSummary(
        params,
        starts.size(),
        ForkFigures.mean(startUp),
        bootstrap.mean(startUp),
        ForkFigures.mean(first),
        bootstrap.mean(first),
        ForkFigures.mean(script),
        bootstrap.mean(script),
        ForkFigures.mean(values(starts, ColdStart::classes)));
  }

  private static double[] values(List<ColdStart> starts, ToDoubleFunction<ColdStart> figure) {
    return starts.stream().mapToDouble(figure).toArray();
  }
}
