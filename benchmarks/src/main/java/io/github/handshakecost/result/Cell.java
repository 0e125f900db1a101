package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.Policy;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One benchmark with one value for each of its axes: the unit of measurement.
 *
 * @param benchmark {@code request} or {@code yearly-records}
 * @param params axis name to value, in the order of the axes; without the {@link
 *     AxisNames#optionalAxes()} that have their standard value
 */
public record Cell(String benchmark, Map<String, String> params) {

  public Cell {
    final Map<String, String> told = new LinkedHashMap<>(params);
    told.entrySet().removeAll(AxisNames.optionalAxes().entrySet());
    params = Collections.unmodifiableMap(told);
  }

  /** The value of an axis. */
  public String param(String axis) {
    return find(axis)
        .orElseThrow(
            () -> new IllegalArgumentException("cell " + label() + " has no axis " + axis));
  }

  /** The same; empty if it has no such axis. */
  public Optional<String> find(String axis) {
    return Optional.ofNullable(params.getOrDefault(axis, AxisNames.optionalAxes().get(axis)));
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

  /** This cell with its baseline policy, {@code pooled}, to which the limit has no meaning. */
  public Cell pooled() {
    return with(AxisNames.REQUESTS_PER_CONNECTION, AxisNames.NO_LIMIT)
        .with(AxisNames.POLICY, AxisNames.POOLED);
  }

  /** The policy, with the limit of {@code policy=limited}, as in {@code limited-10}. */
  public String policyLabel() {
    final String limit = params.get(AxisNames.REQUESTS_PER_CONNECTION);
    return limit == null ? policy() : policy() + "-" + limit;
  }

  /**
   * The axes but those of the policy, and their values: policies are compared where these are
   * equal.
   */
  public Map<String, String> where() {
    final Map<String, String> where = new LinkedHashMap<>(params);
    where.remove(AxisNames.POLICY);
    where.remove(AxisNames.REQUESTS_PER_CONNECTION);
    return where;
  }

  /** The counts of each request; empty if the policy is of a later version. */
  public Optional<ExpectedCounts> expectedCounts() {
    final boolean secure = !param(AxisNames.PROTOCOL).equals(AxisNames.HTTP);
    return Policy.of(policy()).map(policy -> policy.expectedCounts(secure, limit(), connections()));
  }

  /** The requests of one timed operation. */
  public int requestsPerOperation() {
    return benchmark.equals(AxisNames.REQUEST) ? 1 : AxisNames.YEARS;
  }

  /**
   * Operations that are timed in a row. If connections serve a number of requests, the last one
   * ends with the last of them: a block that ended earlier would have more connections.
   */
  public int operationsInARow() {
    final int limit = limit();
    final BigInteger shared =
        BigInteger.valueOf(limit).gcd(BigInteger.valueOf(requestsPerOperation()));
    return limit == 0 ? 1 : limit / shared.intValue();
  }

  /** The requests on a connection, for {@code policy=limited}; otherwise 0. */
  public int limit() {
    final String limit = param(AxisNames.REQUESTS_PER_CONNECTION);
    return limit.equals(AxisNames.NO_LIMIT) ? 0 : Integer.parseInt(limit);
  }

  /** The threads that send requests. */
  public int users() {
    return Integer.parseInt(param(AxisNames.USERS));
  }

  /** The most connections that are open at a time. One of HTTP/2 serves everybody. */
  public int connections() {
    if (param(AxisNames.PROTOCOL).equals(AxisNames.HTTP_2)) {
      return 1;
    }
    final String pool = param(AxisNames.POOL);
    return pool.equals(AxisNames.AMPLE) ? users() : Integer.parseInt(pool);
  }

  /** For people: {@code request policy=pooled protocol=tls1.3 ...}. */
  public String label() {
    return params.entrySet().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" ", benchmark + " ", ""));
  }
}
