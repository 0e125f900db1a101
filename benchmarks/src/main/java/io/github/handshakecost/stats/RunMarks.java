package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;

/** What stands before every figure of a run that is not what it should be. */
public final class RunMarks {
  static final String UNDECIDED = "UNDECIDED: ";
  static final String IMPRECISE = "IMPRECISE: ";

  private RunMarks() {}

  static List<String> of(Run run, Verdict verdict, int rounds) {
    final RunManifest manifest = run.manifest();
    final List<String> marks = new ArrayList<>();
    run.shortfall().ifPresent(how -> marks.add(end(run, how, rounds)));
    new VerdictSentences(verdict).mark().ifPresent(marks::add);
    final long unsettled = run.forks().stream().filter(RunMarks::unsettled).count();
    if (unsettled > 0) {
      marks.add(
          "UNSETTLED: %d of %d cells in forks had not settled when their warm-up ended; their times may be too high"
              .formatted(unsettled, run.forks().size()));
    }
    if (manifest.dirty()) {
      marks.add("DIRTY: the code had uncommitted changes");
    }
    return marks;
  }

  /** Whether a mark says how to quote the figures, and nothing against them. */
  public static boolean isMild(String mark) {
    return mark.startsWith(IMPRECISE);
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
