package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.Ledger;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Ledgers by the names of their counts. */
final class Ledgers {
  private Ledgers() {}

  /** These counts, and 0 of all else. */
  static Ledger of(Map<String, Long> counts) {
    final RecordComponent[] components = Ledger.class.getRecordComponents();
    final Object[] values =
        Arrays.stream(components).map(each -> counts.getOrDefault(each.getName(), 0L)).toArray();
    final Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Ledger.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Ledger is no longer a record of counts", e);
    }
  }

  /** A ledger with one more of one count. */
  static Ledger oneMore(Ledger ledger, String count) {
    return ledger.minus(of(Map.of(count, -1L)));
  }

  /** A ledger with one less of one count. */
  static Ledger oneLess(Ledger ledger, String count) {
    return ledger.minus(of(Map.of(count, 1L)));
  }
}
