package io.github.handshakecost.report;

import io.github.handshakecost.result.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One figure in several runs.
 *
 * @param what a policy or a cause
 * @param where the axes but policy
 * @param byRun name of the run to figure; a run without it is absent
 */
record MergedRow<T>(
    String benchmark, String what, Map<String, String> where, Map<String, T> byRun) {

  /** What the figure is of. */
  record Key(String benchmark, String what, Map<String, String> where) {}

  /** The rows in the order in which the runs first name them. */
  static <S, T> List<MergedRow<T>> of(
      Map<String, NamedRun> runs,
      Function<Summary, List<S>> items,
      Function<S, Key> key,
      Function<S, T> figure) {
    final Map<Key, Map<String, T>> rows = new LinkedHashMap<>();
    runs.forEach(
        (name, run) -> {
          for (final S item : items.apply(run.summary())) {
            rows.computeIfAbsent(key.apply(item), any -> new LinkedHashMap<>())
                .put(name, figure.apply(item));
          }
        });
    return rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList();
  }

  private static <T> MergedRow<T> row(Key key, Map<String, T> byRun) {
    return new MergedRow<>(key.benchmark(), key.what(), key.where(), byRun);
  }
}
