package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** What stands before every figure of a run that is not what it should be. */
final class Marks {
  private Marks() {}

  static List<Block> of(Summary summary) {
    return summary.marks().isEmpty() ? List.of() : List.of(new Block.Bullets(summary.marks()));
  }

  /**
   * The marks in words, for where there is no room for a sentence: {@code incomplete,
   * inconclusive}; empty when there is none.
   */
  static String words(Run run, Summary summary) {
    final RunManifest manifest = run.manifest();
    final List<String> words = new ArrayList<>();
    if (manifest.end() == RunManifest.End.FAILED) {
      words.add("failed");
    } else if (!summary.complete()) {
      words.add("incomplete");
    }
    if (!summary.conclusive()) {
      words.add("inconclusive");
    }
    if (!summary.settled()) {
      words.add("unsettled");
    }
    if (manifest.dirty()) {
      words.add("dirty");
    }
    return String.join(", ", words);
  }

  static String commit(RunManifest manifest) {
    final String commit = manifest.commit();
    final String abbreviated = commit.substring(0, Math.min(7, commit.length()));
    return "commit " + abbreviated + (manifest.dirty() ? " with uncommitted changes" : "");
  }
}
