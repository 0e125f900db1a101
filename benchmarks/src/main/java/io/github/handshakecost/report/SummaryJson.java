package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Summary;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code summary.json}: all figures of the report, for machines. */
final class SummaryJson {
  private SummaryJson() {}

  static String render(Summary summary) {
    final Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", Summary.SCHEMA);
    fields.put("complete", summary.complete());
    fields.put("decided", summary.decided());
    fields.put("conclusive", summary.conclusive());
    fields.put("settled", summary.settled());
    fields.put("dirty", summary.dirty());
    fields.put("failed", summary.failed());
    fields.put("marks", Warnings.marks(summary));
    fields.put("rounds", summary.rounds());
    fields.put("warnings", Warnings.sentences(summary));
    fields.put("cells", summary.cells());
    fields.put("ratios", summary.ratios());
    fields.put("costs", summary.costs());
    fields.put("roundTrips", summary.roundTrips());
    fields.put("links", summary.links());
    return Json.pretty(fields);
  }
}
