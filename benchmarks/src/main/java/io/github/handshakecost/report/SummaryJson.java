package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Summary;

/** {@code summary.json}: everything the report says, for machines. */
final class SummaryJson {
  private SummaryJson() {}

  static String render(Summary summary) {
    return Json.pretty(summary);
  }
}
