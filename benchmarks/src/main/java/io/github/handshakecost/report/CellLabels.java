package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Summary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says under which circumstances a figure holds. Protocol, client, round-trip time and placement
 * are always said, another axis only where the run has more than one value of it.
 */
final class CellLabels {
  private static final Set<String> ALWAYS =
      Set.of(AxisNames.PROTOCOL, AxisNames.CLIENT, AxisNames.RTT, AxisNames.PLACEMENT);

  /** Axes whose values need no name. */
  private static final Set<String> BARE = Set.of(AxisNames.POLICY, AxisNames.CLIENT);

  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  CellLabels(Summary summary) {
    this(summary.cells().stream().map(CellSummary::cell));
  }

  /** The cells of one run, or of several that stand side by side. */
  CellLabels(Stream<Cell> cells) {
    cells.forEach(
        cell ->
            complete(cell.params())
                .forEach(
                    (axis, value) ->
                        values.computeIfAbsent(axis, a -> new HashSet<>()).add(value)));
  }

  /** With the standard values of the axes that are left out, but for that of a policy. */
  private static Map<String, String> complete(Map<String, String> params) {
    final Map<String, String> complete = new LinkedHashMap<>(params);
    AxisNames.optionalAxes().forEach(complete::putIfAbsent);
    complete.remove(AxisNames.REQUESTS_PER_CONNECTION, AxisNames.NO_LIMIT);
    return complete;
  }

  /** {@code TLS 1.3, httpclient5, rtt 0ms, placement same-core}. */
  String of(Map<String, String> where) {
    return complete(where).entrySet().stream()
        .filter(axis -> ALWAYS.contains(axis.getKey()) || varies(axis.getKey()))
        .map(axis -> word(axis.getKey(), axis.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The same without the round-trip time. */
  String ofAnyDistance(Map<String, String> where) {
    return of(anywhere(where));
  }

  /** {@code request policy=pooled protocol=http}: a cell in a warning, by axes that vary alone. */
  String brief(Cell cell) {
    return (cell.benchmark() + " " + brief(cell.params(), Set.of())).strip();
  }

  /** The place of a ratio or a cost in a warning, always with round-trip time and placement. */
  String brief(Map<String, String> where) {
    return brief(where, Set.of(AxisNames.RTT, AxisNames.PLACEMENT));
  }

  /** {@code new-client, cds on}: the values of the axes that vary, policy first. */
  String varying(Map<String, String> params) {
    return params.entrySet().stream()
        .filter(axis -> varies(axis.getKey()))
        .map(axis -> word(axis.getKey(), axis.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String brief(Map<String, String> params, Set<String> always) {
    return complete(params).entrySet().stream()
        .filter(axis -> always.contains(axis.getKey()) || varies(axis.getKey()))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** {@code TLS 1.3, httpclient5, body 1024, ...}: every axis, where no report says the others. */
  static String whole(Map<String, String> where) {
    return where.entrySet().stream()
        .map(axis -> word(axis.getKey(), axis.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A place whatever its distance. */
  static Map<String, String> anywhere(Map<String, String> where) {
    return without(AxisNames.RTT, where);
  }

  /** A place whatever its value on an axis. */
  static Map<String, String> without(String axis, Map<String, String> where) {
    final Map<String, String> others = new LinkedHashMap<>(where);
    others.remove(axis);
    return others;
  }

  /** The axes that {@link #of} leaves unsaid. */
  String shared(List<CellSummary> cells) {
    return cells.get(0).params().entrySet().stream()
        .filter(axis -> !axis.getKey().equals(AxisNames.POLICY))
        .filter(axis -> !ALWAYS.contains(axis.getKey()) && !varies(axis.getKey()))
        .map(axis -> axis.getKey() + " " + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  /** {@code TLS 1.3} or {@code HTTP}. */
  static String protocol(String value) {
    return switch (value) {
      case AxisNames.HTTP -> "HTTP";
      case AxisNames.HTTP_2 -> "HTTP/2";
      default -> value.replace("tls", "TLS ");
    };
  }

  /** The axes with more than one value, in their order. */
  List<String> varying() {
    return values.keySet().stream().filter(this::varies).toList();
  }

  /** The value of an axis, also where it is left out. */
  static String value(Map<String, String> params, String axis) {
    return complete(params).getOrDefault(axis, "unknown");
  }

  /** {@code key rsa-4096, chain intermediate}: the axes on which one place differs from another. */
  static String difference(Map<String, String> where, Map<String, String> other) {
    final Map<String, String> all = complete(other);
    return complete(where).entrySet().stream()
        .filter(axis -> !axis.getValue().equals(all.get(axis.getKey())))
        .map(axis -> word(axis.getKey(), axis.getValue()))
        .collect(Collectors.joining(", "));
  }

  private boolean varies(String axis) {
    return values.getOrDefault(axis, Set.of()).size() > 1;
  }

  private static String word(String axis, String value) {
    if (axis.equals(AxisNames.PROTOCOL)) {
      return protocol(value);
    }
    return BARE.contains(axis) ? value : axis + " " + value;
  }
}
