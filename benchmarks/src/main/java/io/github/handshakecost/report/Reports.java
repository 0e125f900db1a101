package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;

/** Makes every report of a run from its saved files: the same bytes for the same files. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code jmh.json}, {@code summary.json}, {@code benchmark-action.json}, {@code report.md}
   * and {@code report.html} into the run's directory, and the pictures that the report shows.
   *
   * @return the report for the console
   * @throws UnreadableRunException if the saved files cannot be understood
   * @throws RunDirectoryException if a report cannot be written
   */
  public static String write(RunDirectory directory) {
    final Run run = directory.load();
    final Summary summary = Summarizer.summarize(run);
    final List<Block> page = Contents.of(run, summary, Medium.PAGE);
    directory.write("jmh.json", JmhJson.render(run, String.join(", ", Marks.words(run, summary))));
    directory.write("summary.json", SummaryJson.render(summary));
    directory.write("benchmark-action.json", BenchmarkActionJson.render(NamedRun.of(run, summary)));
    directory.write("report.md", MarkdownReport.render(page));
    directory.write("report.html", HtmlReport.render(page));
    Pictures.write(directory, page);
    return ConsoleReport.render(Contents.of(run, summary, Medium.CONSOLE));
  }
}
