package io.github.handshakecost.axis;

import io.github.handshakecost.client.TlsLibrary;
import io.github.handshakecost.fixture.NamedGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One value for each axis: everything that a trial has to know. */
public final class Settings {
  /** The first whose TLS has the group x25519mlkem768. */
  private static final int ML_KEM_JDK = 27;

  private final Map<Axis<?>, Object> values;

  private Settings(Map<Axis<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads the values of a cell; an axis that is left out has its standard value.
   *
   * @throws UsageException if a value is not known
   */
  public static Settings of(Map<String, String> params) {
    final Map<Axis<?>, Object> values = new LinkedHashMap<>();
    for (final Axis<?> axis : Axes.all()) {
      if (params.containsKey(axis.name()) || Axes.ofEveryCell().contains(axis)) {
        values.put(axis, axis.parse(params.getOrDefault(axis.name(), axis.standard())));
      }
    }
    return new Settings(values);
  }

  /** The value of an axis. */
  @SuppressWarnings("unchecked") // each value was parsed by its axis
  public <T> T get(Axis<T> axis) {
    return (T) Objects.requireNonNull(values.get(axis));
  }

  /** The value of an axis of new JVMs; empty if the cell is of a warm one. */
  @SuppressWarnings("unchecked") // each value was parsed by its axis
  public <T> Optional<T> find(Axis<T> axis) {
    return Optional.ofNullable((T) values.get(axis));
  }

  /** The values of some axes, in this order, to group settings by. */
  public List<Object> get(List<Axis<?>> axes) {
    return axes.stream().<Object>map(this::get).toList();
  }

  public boolean secure() {
    return get(Axes.PROTOCOL).secure();
  }

  /** Why this combination has no meaning, with the remedy; empty if it has one. */
  public Optional<String> validationError() {
    return new Combination(this).error();
  }

  /**
   * Why a JVM cannot measure these values, with the remedy; empty if it can.
   *
   * @param jdk feature version of the JVM that measures
   */
  public Optional<String> missing(int jdk, boolean linux) {
    return get(Axes.CLIENT)
        .missing(jdk, linux)
        .or(() -> get(Axes.CLIENT_TLS).missing())
        .or(() -> missingGroup(jdk));
  }

  private Optional<String> missingGroup(int jdk) {
    return get(Axes.GROUP) == NamedGroup.X25519MLKEM768
            && get(Axes.CLIENT_TLS) == TlsLibrary.JDK
            && jdk < ML_KEM_JDK
        ? Optional.of(
            "group=x25519mlkem768 is in the TLS of JDK %d and later (JEP 527), and the forks run on JDK %d; use clientTls=%s, or give -jvm the java command of such a JDK"
                .formatted(ML_KEM_JDK, jdk, TlsLibrary.CONSCRYPT.label()))
        : Optional.empty();
  }
}
