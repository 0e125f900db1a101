package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.HistoryReport;
import io.github.handshakecost.report.MergedReport;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.ReportFolder;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports from saved files: of one run, of several side by side, of all in the order of time. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Rebuilds the report of a run directory from its saved files, and prints it; or sets several"
            + " runs side by side; or shows the history of all runs in a folder.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Screen console;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Directories that run has written; several are merged side by side.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--history",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "results",
      description =
          "The headline ratios of all runs in DIR (default: ${FALLBACK-VALUE}), by commit; writes"
              + " history.md, history.json and charts there.")
  private @Nullable Path history;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description =
          "Write merged.md and merged.json of several runs there; or the files of --history.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    final PrintWriter out = spec.commandLine().getOut();
    out.print(report());
    out.flush();
    return ExitCode.DONE.code();
  }

  /**
   * Nothing was measured that could be refused: where a report cannot go, another place is named.
   */
  private String report() {
    try {
      return written();
    } catch (RunDirectoryException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private String written() {
    if (runs.isEmpty() == (history == null)) {
      throw new UsageException(
          "report takes either RUN, one directory or several, or --history DIR, e.g. report results/RUN");
    }
    if (history != null) {
      return history(history);
    }
    if (runs.size() > 1) {
      final MergedReport merged = new MergedReport(DistinctRuns.load(runs, "name each run once"));
      if (out != null) {
        requireNoRun(out);
        ReportFolder.write(out, MergedReport.PAGE, merged.files());
      }
      return merged.console();
    }
    if (out != null) {
      throw new UsageException(
          "--out %s: the report of one run lies in its own directory; leave --out away, or name several runs"
              .formatted(out));
    }
    return console.text(Reports.write(RunDirectory.open(runs.get(0))));
  }

  private static void requireNoRun(Path folder) {
    if (RunDirectory.isAt(folder)) {
      throw new UsageException(
          "--out %s is a run, and a merged report would change it; name another directory"
              .formatted(folder));
    }
  }

  private String history(Path folder) {
    final HistoryReport report =
        new HistoryReport(new RunFolder(folder, spec.commandLine().getErr()).runs());
    ReportFolder.write(out == null ? folder : out, HistoryReport.PAGE, report.files());
    return report.console();
  }
}
