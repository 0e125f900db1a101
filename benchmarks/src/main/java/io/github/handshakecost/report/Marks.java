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
    return summary.marks().isEmpty() ? List.of() : List.of(new Block.Alert(summary.marks()));
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
      words.add("unsettled");
    }
    if (run.manifest().dirty()) {
      words.add("dirty");
    }
    return words;
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
