package io.github.handshakecost.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One benchmark with one value for each of its axes: the unit that a fork measures.
 *
 * @param benchmark short name, {@code request} or {@code yearly-records}
 * @param params axis name to value, in the order of the axes
 */
public record Cell(String benchmark, Map<String, String> params) {

  public Cell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** The value of an axis. */
  public String param(String axis) {
    final String value = params.get(axis);
    if (value == null) {
      throw new IllegalArgumentException("cell " + label() + " has no axis " + axis);
    }
    return value;
  }

  /** This cell with another value on one axis: its neighbour there. */
  public Cell with(String axis, String value) {
    final Map<String, String> changed = new LinkedHashMap<>(params);
    changed.put(axis, value);
    return new Cell(benchmark, changed);
  }

  /** The axes but policy, and their values: the place in which policies are compared. */
  public Map<String, String> where() {
    final Map<String, String> where = new LinkedHashMap<>(params);
    where.remove(AxisNames.POLICY);
    return where;
  }

  /** For people: {@code request policy=pooled protocol=tls1.3 ...}. */
  public String label() {
    return params.entrySet().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" ", benchmark + " ", ""));
  }
}
