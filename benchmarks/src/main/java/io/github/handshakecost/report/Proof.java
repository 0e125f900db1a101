package io.github.handshakecost.report;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;

/** The proof in one line. A fork is saved only if each of its blocks kept its premise. */
final class Proof {
  private Proof() {}

  static String line(Run run) {
    if (run.forks().isEmpty()) {
      return "No fork was finished, so nothing is proven.";
    }
    final Counts counts =
        run.forks().stream().map(ForkRecord::counts).reduce(Counts.NONE, Counts::plus);
    final boolean failed = run.manifest().end() == RunManifest.End.FAILED;
    return "%s: %s in %s; every block's connections, full and resumed"
            .formatted(
                failed ? "The run failed; of what it kept" : "Proof",
                NumberFormats.counted(counts.requests(), "request"),
                NumberFormats.counted(run.jvms(), "fork"))
        + " handshakes, validations and requests matched its policy; %s."
            .formatted(NumberFormats.counted(counts.resets(), "reset"));
  }
}
