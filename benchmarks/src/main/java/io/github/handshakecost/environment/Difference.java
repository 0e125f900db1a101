package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two environments differ.
 *
 * @param key where it stands, as in {@code cpu.model}
 * @param saved its earlier value, or {@code absent}
 * @param now its present value, or {@code absent}
 */
public record Difference(String key, String saved, String now) {
  private static final String ABSENT = "absent";

  /** What forks add to the record when a run ends. */
  private static final Set<String> OF_FORKS = Set.of("flags", "negotiated");

  /** Saved numbers have six digits. */
  private static final double EQUAL = 1e-5;

  /** The first difference, in the order of the record; what forks add is passed over. */
  public static Optional<Difference> first(Map<String, Object> saved, Map<String, Object> now) {
    final Map<String, Object> before = flat(saved);
    final Map<String, Object> after = flat(now);
    final Map<String, Object> all = new LinkedHashMap<>(after);
    before.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .filter(key -> !same(before.get(key), after.get(key)))
        .findFirst()
        .map(key -> new Difference(key, text(before.get(key)), text(after.get(key))));
  }

  private static Map<String, Object> flat(Map<String, Object> environment) {
    final Map<String, Object> flat = new LinkedHashMap<>();
    environment.forEach(
        (name, value) -> {
          if (!OF_FORKS.contains(name)) {
            put(flat, name, value);
          }
        });
    return flat;
  }

  private static void put(Map<String, Object> flat, String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> put(flat, key + "." + name, inner));
    } else {
      flat.put(key, value);
    }
  }

  private static boolean same(@Nullable Object saved, @Nullable Object now) {
    if (saved instanceof Number before && now instanceof Number after) {
      return Math.abs(before.doubleValue() - after.doubleValue())
          <= EQUAL * Math.abs(before.doubleValue());
    }
    return Objects.equals(saved, now);
  }

  private static String text(@Nullable Object value) {
    return value == null ? ABSENT : String.valueOf(value);
  }
}
