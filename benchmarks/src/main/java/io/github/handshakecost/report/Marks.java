package io.github.handshakecost.report;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands before every figure of a run that is not what it should be. */
final class Marks {
  private Marks() {}

  static List<Block> of(Run run, Summary summary) {
    final List<String> marks = sentences(run, summary);
    return marks.isEmpty() ? List.of() : List.of(new Block.Alert(marks));
  }

  static List<String> sentences(Run run, Summary summary) {
    final RunManifest manifest = run.manifest();
    final List<String> marks = new ArrayList<>();
    if (!summary.complete()) {
      marks.add(
          "INCOMPLETE (%s, %d rounds)%s"
              .formatted(
                  manifest.end().name().toLowerCase(Locale.ROOT),
                  summary.rounds(),
                  manifest.sentence() == null ? "" : ": " + manifest.sentence()));
    }
    if (!summary.conclusive()) {
      marks.add("INCONCLUSIVE: a headline ratio is known less closely than asked");
    }
    if (!summary.settled()) {
      marks.add(
          "UNSETTLED: %d of %d forks were still getting faster when they were measured; their times"
                  .formatted(
                      run.forks().stream().filter(Marks::unsettled).count(), run.forks().size())
              + " are too high");
    }
    if (manifest.dirty()) {
      marks.add("DIRTY: the code had uncommitted changes");
    }
    return marks;
  }

  /** The same in a word each, where there is room for no more. */
  static List<String> words(Run run, Summary summary) {
    final List<String> words = new ArrayList<>();
    if (run.manifest().end() == RunManifest.End.FAILED) {
      words.add("failed");
    } else if (!summary.complete()) {
      words.add("incomplete");
    }
    if (!summary.conclusive()) {
      words.add("inconclusive");
    }
    if (!summary.settled()) {
      words.add("not settled");
    }
    if (run.manifest().dirty()) {
      words.add("dirty");
    }
    return words;
  }

  private static boolean unsettled(ForkRecord fork) {
    return !fork.measurement().warmUp().settled();
  }

  static String commit(RunManifest manifest) {
    return "commit "
        + abbreviated(manifest.commit())
        + (manifest.dirty() ? " with uncommitted changes" : "");
  }

  static String abbreviated(String commit) {
    return commit.substring(0, Math.min(7, commit.length()));
  }
}
