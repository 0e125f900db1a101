package io.github.handshakecost.proof;

import java.util.Locale;

/** Counts that must be what was promised, of one cell and one iteration. */
record Claims(String cell, long requests) {

  void equal(String what, long expected, long found) {
    if (found != expected) {
      throw new BrokenPremiseException(
          String.format(
              Locale.ROOT,
              "%s: expected %d %s over %d requests, found %d",
              cell,
              expected,
              what,
              requests,
              found));
    }
  }
}
