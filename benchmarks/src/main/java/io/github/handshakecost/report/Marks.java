package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** The marks of a run that is incomplete, failed, injected, dirty, undecided or unsettled. */
final class Marks {
  private static final String IMPRECISE = "imprecise";

  private Marks() {}

  /** A word for each. */
  static List<String> words(Run run, Summary summary) {
    final List<String> words = new ArrayList<>();
    if (run.manifest().end() == RunManifest.End.FAILED) {
      words.add("failed");
    } else if (!summary.complete()) {
      words.add("incomplete");
    }
    if (!summary.decided()) {
      words.add("undecided");
    } else if (!summary.conclusive()) {
      words.add(IMPRECISE);
    }
    if (!summary.settled()) {
      words.add("unsettled");
    }
    if (!run.injected().isEmpty()) {
      words.add("injected");
    }
    if (run.manifest().dirty()) {
      words.add("dirty");
    }
    return words;
  }

  /** Those of the words that tell what is wrong: an imprecise figure with its interval is right. */
  static List<String> wrong(Run run, Summary summary) {
    return words(run, summary).stream().filter(word -> !word.equals(IMPRECISE)).toList();
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
