package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;

/** What stands before every figure of a run that is not what it should be. */
final class RunMarks {
  private RunMarks() {}

  static List<String> of(Run run, boolean conclusive, int rounds) {
    final RunManifest manifest = run.manifest();
    final List<String> marks = new ArrayList<>();
    run.shortfall().ifPresent(how -> marks.add(end(run, how, rounds)));
    if (!conclusive) {
      marks.add("INCONCLUSIVE: what was measured is known less closely than asked");
    }
    final long unsettled = run.forks().stream().filter(RunMarks::unsettled).count();
    if (unsettled > 0) {
      marks.add(
          "UNSETTLED: %d of %d forks had not settled when their warm-up ended; their times may be too high"
              .formatted(unsettled, run.forks().size()));
    }
    if (manifest.dirty()) {
      marks.add("DIRTY: the code had uncommitted changes");
    }
    return marks;
  }

  private static String end(Run run, String how, int rounds) {
    final RunManifest manifest = run.manifest();
    // Of a run that came to its end the sentence says why it did, and nothing of what is missing.
    final String why =
        manifest.end() == RunManifest.End.COMPLETE || manifest.sentence() == null
            ? ""
            : ": " + manifest.sentence();
    final String measured =
        run.rounds() > rounds
            ? "%d of %s whole".formatted(rounds, Figures.counted(run.rounds(), "round"))
            : Figures.counted(rounds, "round");
    return manifest.end() == RunManifest.End.FAILED
        ? "FAILED (%s)%s".formatted(measured, why)
        : "INCOMPLETE (%s, %s)%s".formatted(how, measured, why);
  }

  private static boolean unsettled(ForkRecord fork) {
    return !fork.measurement().warmUp().settled();
  }
}
