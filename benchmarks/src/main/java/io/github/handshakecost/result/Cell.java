package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One benchmark with one value for each of its axes: the unit of measurement.
 *
 * @param benchmark {@code request} or {@code yearly-records}
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

  public String policy() {
    return param(AxisNames.POLICY);
  }

  /** Whether it is measured in JVMs that are new, not warm. */
  public boolean cold() {
    return params.containsKey(AxisNames.NTH);
  }

  /** This cell with another value on one axis. */
  public Cell with(String axis, String value) {
    final Map<String, String> changed = new LinkedHashMap<>(params);
    changed.put(axis, value);
    return new Cell(benchmark, changed);
  }

  /** The axes but policy, and their values: policies are compared where these are equal. */
  public Map<String, String> where() {
    final Map<String, String> where = new LinkedHashMap<>(params);
    where.remove(AxisNames.POLICY);
    return where;
  }

  /** The counts of each request; empty if the policy is of a later version. */
  public Optional<ExpectedCounts> expectedCounts() {
    final boolean secure = !param(AxisNames.PROTOCOL).equals(AxisNames.HTTP);
    return Policy.of(policy()).map(policy -> policy.expectedCounts(secure));
  }

  /** For people: {@code request policy=pooled protocol=tls1.3 ...}. */
  public String label() {
    return params.entrySet().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" ", benchmark + " ", ""));
  }
}
