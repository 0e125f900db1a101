package io.github.handshakecost.stats;

import io.github.handshakecost.result.Interval;
import org.jspecify.annotations.Nullable;

/** What became of a cell from one run to another. */
public enum Change {
  /** The interval of the ratio contains 1. */
  NONE("~"),
  FASTER("faster"),
  /** Slower for certain, but not for certain by more than is put up with. */
  SLOWER("slower"),
  /** The whole interval lies beyond what is put up with. */
  REGRESSION("REGRESSION"),
  /** Other connections or handshakes per request: what was measured has changed, not its speed. */
  COUNTS_CHANGED("COUNTS CHANGED"),
  /** One of the runs has too few rounds for an interval. */
  UNKNOWN("unknown");

  private final String label;

  Change(String label) {
    this.label = label;
  }

  /** As tables show it. */
  public String label() {
    return label;
  }

  /** Whether a gate closes on it. */
  public boolean fails() {
    return this == REGRESSION || this == COUNTS_CHANGED;
  }

  /**
   * The change in time.
   *
   * @param ci95 of new over old
   * @param threshold how much slower is put up with, as a share
   */
  static Change of(@Nullable Interval ci95, double threshold) {
    if (ci95 == null) {
      return UNKNOWN;
    }
    if (ci95.contains(1)) {
      return NONE;
    }
    if (ci95.high() < 1) {
      return FASTER;
    }
    return ci95.low() > 1 + threshold ? REGRESSION : SLOWER;
  }
}
