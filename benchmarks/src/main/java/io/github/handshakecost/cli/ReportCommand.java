package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.HistoryReport;
import io.github.handshakecost.report.MergedReport;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.ReportFolder;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports from saved files: of one run, of several side by side, or of a folder over time. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Prints the report of a saved run and writes it into the run's directory; or shows several"
            + " runs side by side; or shows the history of all runs in a folder.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Screen console;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Directories that run has written; several are shown side by side.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--history",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "results",
      description =
          "The headline ratios of all runs in DIR (default: ${FALLBACK-VALUE}) over time; writes"
              + " history.md, history.json and charts there.")
  private @Nullable Path history;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      converter = Converters.Directory.class,
      description =
          "Write the report into this folder, which must not be in a run. Without it, a report of"
              + " several runs is only printed.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (runs.isEmpty() == (history == null)) {
      throw new UsageException(
          "report takes either RUN, one directory or several, or --history DIR, e.g. report results/RUN");
    }
    if (out != null) {
      requireOutsideOfRuns(out);
    }
    try {
      spec.commandLine().getOut().print(report());
      spec.commandLine().getOut().flush();
    } catch (RunDirectoryException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  private static void requireOutsideOfRuns(Path folder) {
    for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
      if (RunDirectory.isAt(each)) {
        throw new UsageException(
            "--out %s is in the run %s, where no other report may be; name a folder outside of it"
                .formatted(folder, each));
      }
    }
  }

  private String report() {
    if (history != null) {
      final HistoryReport report =
          new HistoryReport(SavedRuns.in(history, spec.commandLine().getErr()));
      write(history, HistoryReport.PAGE, report.files());
      return report.console();
    }
    if (runs.size() > 1) {
      final MergedReport merged = new MergedReport(SavedRuns.distinct(runs, "name each run once"));
      if (out != null) {
        ReportFolder.write(out, MergedReport.PAGE, merged.files());
      }
      return merged.console();
    }
    final Reports report = Reports.of(RunDirectory.open(runs.get(0)));
    write(runs.get(0), Reports.PAGE, report.files());
    return console.text(report);
  }

  /** Writes a report into its folder or to --out; a folder that is read-only is no failure. */
  private void write(Path folder, String page, Map<String, String> files) {
    if (out == null && !Files.isWritable(folder)) {
      spec.commandLine()
          .getErr()
          .println(
              "%s is read-only, so the report is only printed; write it elsewhere with --out DIR"
                  .formatted(folder));
    } else {
      ReportFolder.write(out == null ? folder : out, page, files);
    }
  }
}
