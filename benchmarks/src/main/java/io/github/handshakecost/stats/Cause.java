package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why a request on another rung of the ladder takes longer: which rungs to subtract, and which
 * clocks saw the same.
 *
 * @param key the name in saved results
 * @param clocks the phases in which the cause shows
 * @param rungs the rungs to add and subtract, the dearer one first, from any cell of the ladder
 */
record Cause(String key, Where where, Set<Phase> clocks, Function<Cell, List<Term>> rungs) {
  /** The cost that is headlined. */
  static final Cause CONNECTION_FULL =
      new Cause(
          "connection-full",
          Where.TLS,
          Set.of(Phase.SETUP, Phase.TCP, Phase.TLS, Phase.CLOSE),
          at -> overPooled(at, AxisNames.FULL));

  static final List<Cause> ALL =
      List.of(
          CONNECTION_FULL,
          new Cause(
              "connection-resumed",
              Where.TLS,
              Set.of(Phase.SETUP, Phase.TCP, Phase.TLS, Phase.CLOSE),
              at -> overPooled(at, AxisNames.RESUMED)),
          new Cause(
              "tcp",
              Where.HTTP,
              Set.of(Phase.TCP, Phase.CLOSE),
              at -> overPooled(at, AxisNames.FULL)),
          new Cause(
              "tls-full",
              Where.TLS,
              Set.of(Phase.TLS, Phase.CLOSE),
              at -> overPlainConnection(at, AxisNames.FULL)),
          new Cause(
              "tls-resumed",
              Where.TLS,
              Set.of(Phase.TLS, Phase.CLOSE),
              at -> overPlainConnection(at, AxisNames.RESUMED)),
          new Cause(
              "client", Where.ANY, Set.of(Phase.SETUP, Phase.CLOSE), Cause::overNewConnection));

  boolean occursAt(Cell cell) {
    final boolean plain = cell.param(AxisNames.PROTOCOL).equals(AxisNames.HTTP);
    return where == Where.ANY || plain == (where == Where.HTTP);
  }

  static List<Cell> cells(List<Term> terms) {
    return terms.stream().map(Term::cell).toList();
  }

  private static List<Term> overPooled(Cell at, String policy) {
    return List.of(
        new Term(at.with(AxisNames.POLICY, policy), 1),
        new Term(at.with(AxisNames.POLICY, AxisNames.POOLED), -1));
  }

  private static List<Term> overPlainConnection(Cell at, String policy) {
    final Cell plain = at.with(AxisNames.PROTOCOL, AxisNames.HTTP);
    return Stream.concat(
            overPooled(at, policy).stream(),
            overPooled(plain, AxisNames.FULL).stream().map(Term::negated))
        .toList();
  }

  private static List<Term> overNewConnection(Cell at) {
    return List.of(
        new Term(at.with(AxisNames.POLICY, AxisNames.NEW_CLIENT), 1),
        new Term(at.with(AxisNames.POLICY, AxisNames.FULL), -1));
  }

  /** The protocols under which a cause can occur. */
  enum Where {
    HTTP,
    TLS,
    ANY
  }

  /** A rung that is added (1) or subtracted (-1). */
  record Term(Cell cell, int sign) {
    Term negated() {
      return new Term(cell, -sign);
    }
  }
}
