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

/** All reports of a run, from its saved files: the same bytes for the same files. */
public final class Reports {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "report.md";

  private final Run run;
  private final Summary summary;
  private final Path folder;

  private Reports(Run run, Path folder) {
    this.run = run;
    this.folder = folder;
    summary = Summarizer.summarize(run);
  }

  /**
   * The reports of a run.
   *
   * @throws UnreadableRunException if the saved files cannot be understood
   */
  public static Reports of(RunDirectory directory) {
    return new Reports(directory.load(), directory.path());
  }

  /**
   * Writes all files into the run's directory.
   *
   * @throws RunDirectoryException if a report cannot be written
   */
  public static Reports write(RunDirectory directory) {
    final Reports reports = of(directory);
    ReportFolder.write(directory.path(), PAGE, reports.files());
    return reports;
  }

  /** The answer for the console, in at most 25 lines. */
  public String answer(Terminal terminal) {
    return ConsoleAnswer.render(run, summary, folder, terminal);
  }

  /** All figures, for the console. */
  public String full() {
    return ConsoleReport.render(Contents.of(run, summary, Medium.CONSOLE));
  }

  /**
   * {@code report.md}, {@code report.html}, their pictures, {@code jmh.json}, {@code summary.json}
   * and {@code benchmark-action.json}.
   */
  public Map<String, String> files() {
    final List<Block> page = Contents.of(run, summary, Medium.PAGE);
    final Map<String, String> files = new LinkedHashMap<>();
    files.put(PAGE, MarkdownReport.render(page));
    files.put("report.html", HtmlReport.render(page));
    files.putAll(Pictures.of(page));
    files.put("jmh.json", JmhJson.render(run, String.join(", ", Marks.words(run, summary))));
    files.put("summary.json", SummaryJson.render(summary));
    files.put("benchmark-action.json", BenchmarkActionJson.render(NamedRun.of(run, summary)));
    return files;
  }
}
