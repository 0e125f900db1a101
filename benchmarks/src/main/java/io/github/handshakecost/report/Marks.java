package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The marks of a run that is incomplete, failed, dirty, undecided or unsettled. */
final class Marks {
  private static final String IMPRECISE = "imprecise";

  private Marks() {}

  static List<Block> of(Summary summary) {
    final Map<Boolean, List<String>> byMildness =
        Warnings.marks(summary).stream().collect(Collectors.partitioningBy(Warnings::isMild));
    final List<String> grave = byMildness.getOrDefault(false, List.of());
    final List<String> mild = byMildness.getOrDefault(true, List.of());
    final List<Block> blocks = new ArrayList<>();
    if (!grave.isEmpty()) {
      blocks.add(new Block.Alert(grave));
    }
    if (!mild.isEmpty()) {
      blocks.add(new Block.Note(mild));
    }
    return blocks;
  }

  /** The same in a word each, where there is room for no more. */
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
