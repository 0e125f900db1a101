package io.github.handshakecost.environment;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A difference between two environments.
 *
 * @param key its path, as in {@code cpu.model}
 * @param saved the earlier value, or {@code absent}
 * @param now the present value, or {@code absent}
 */
public record Difference(String key, String saved, String now) {
  private static final String ABSENT = "absent";

  /** Entries that only the forks of a run can tell. */
  private static final Set<String> OF_FORKS = Set.of("flags", "negotiated");

  /** The first difference by name of the key; entries of forks do not count. */
  public static Optional<Difference> first(Map<String, Object> saved, Map<String, Object> now) {
    final Map<String, String> before = flat(saved);
    final Map<String, String> after = flat(now);
    final Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    return keys.stream()
        .map(
            key ->
                new Difference(
                    key, before.getOrDefault(key, ABSENT), after.getOrDefault(key, ABSENT)))
        .filter(difference -> !difference.saved.equals(difference.now))
        .findFirst();
  }

  private static Map<String, String> flat(Map<String, Object> environment) {
    final Map<String, String> flat = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (!OF_FORKS.contains(name)) {
            put(flat, name, value);
          }
        });
    return flat;
  }

  private static void put(Map<String, String> flat, String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> put(flat, key + "." + name, inner));
    } else {
      flat.put(key, String.valueOf(value));
    }
  }
}
