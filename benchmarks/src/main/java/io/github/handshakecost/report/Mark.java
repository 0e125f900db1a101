package io.github.handshakecost.report;

import java.util.Locale;

/** What can be wrong with a run as a whole; reports print its marks before any figure. */
enum Mark {
  FAILED("find what broke its premise and measure again"),
  INCOMPLETE("measure again to the end"),
  UNDECIDED("give it more --rounds or a longer --time-budget"),
  IMPRECISE("give it more --rounds, or quote it with the interval"),
  UNSETTLED("raise --warm-up"),
  INJECTED("measure without injecting faults or delays"),
  DIRTY("commit the changes and measure again");

  /** What to do about it. */
  final String remedy;

  Mark(String remedy) {
    this.remedy = remedy;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
