package io.github.handshakecost.report;

import io.github.handshakecost.result.ReportFolder;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Summarizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes every report of a run from its saved files: the same bytes for the same files. */
public final class Reports {
  private static final String PAGE = "report.md";

  private Reports() {}

  /**
   * A run's report for the console.
   *
   * @param folder where the reports are
   */
  public record OnScreen(Run run, Summary summary, Path folder) {
    /** The answer in at most 25 lines. */
    public String answer(Terminal terminal) {
      return ConsoleAnswer.render(run, summary, folder, terminal);
    }

    /** All figures. */
    public String full() {
      return ConsoleReport.render(Contents.of(run, summary, Medium.CONSOLE));
    }
  }

  /**
   * Reads a run and writes nothing.
   *
   * @throws UnreadableRunException if the saved files cannot be understood
   */
  public static OnScreen of(RunDirectory directory) {
    final Run run = directory.load();
    return new OnScreen(run, Summarizer.summarize(run), directory.path());
  }

  /**
   * Writes {@code jmh.json}, {@code summary.json}, {@code benchmark-action.json}, {@code report.md}
   * and {@code report.html} into the run's directory, and the pictures that the report shows.
   *
   * @throws UnreadableRunException if the saved files cannot be understood
   * @throws RunDirectoryException if a report cannot be written
   */
  public static OnScreen write(RunDirectory directory) {
    final OnScreen screen = of(directory);
    writeForPeople(screen.run(), screen.summary(), directory);
    writeForMachines(screen.run(), screen.summary(), directory);
    return screen;
  }

  private static void writeForPeople(Run run, Summary summary, RunDirectory directory) {
    final List<Block> page = Contents.of(run, summary, Medium.PAGE);
    final Map<String, String> files = new LinkedHashMap<>();
    files.put(PAGE, MarkdownReport.render(page));
    files.put("report.html", HtmlReport.render(page));
    files.putAll(Pictures.of(page));
    ReportFolder.write(directory.path(), PAGE, files);
  }

  private static void writeForMachines(Run run, Summary summary, RunDirectory directory) {
    directory.write("jmh.json", JmhJson.render(run, String.join(", ", Marks.words(run, summary))));
    directory.write("summary.json", SummaryJson.render(summary));
    directory.write("benchmark-action.json", BenchmarkActionJson.render(NamedRun.of(run, summary)));
  }
}
