package io.github.handshakecost.report;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import java.util.function.BiConsumer;

/** Sample runs with names, on machines. */
final class SampleNamedRuns {
  static final Machine OLD = new Machine("Example CPU", "2", "17.0.15", "6.1.0");
  static final Machine NEW = new Machine("Example CPU", "2", "25.0.3", "6.1.0");
  static final Machine OTHER = new Machine("Other CPU @ 3.00GHz", "4", "17.0.15", "6.6.1");

  private SampleNamedRuns() {}

  static NamedRun named(String name, Run run) {
    final Run named = new Run(name, run.manifest(), run.forks(), run.environment());
    return NamedRun.of(named);
  }

  /** The headline ladder, measured on a day of January. */
  static Run made(int day, String commit, Machine machine) {
    return SampleChanges.made(
        SampleChanges.on(SampleRuns.of(SampleRuns.headline(), 3), machine),
        "2026-01-%02dT03:04:05Z".formatted(day),
        commit,
        false);
  }

  /** What a section adds to a report. */
  static List<Block> blocks(BiConsumer<Document, NamedRun> section, NamedRun run) {
    final Document report = new Document();
    section.accept(report, run);
    return report.blocks();
  }
}
