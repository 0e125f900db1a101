package io.github.handshakecost.report;

import io.github.handshakecost.result.ReportFolder;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Summarizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes every report of a run from its saved files: the same bytes for the same files. */
public final class Reports {
  private static final String PAGE = "report.md";

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
    return write(directory.load(), directory, true);
  }

  /**
   * Writes the same files for a run that has been loaded.
   *
   * @param verbose whether the report for the console has every section
   */
  public static String write(Run run, RunDirectory directory, boolean verbose) {
    final Summary summary = Summarizer.summarize(run);
    // A large run has much to write, and neither half needs the other.
    final List<RunDirectoryException> failures =
        Stream.<Runnable>of(
                () -> writeForPeople(run, summary, directory),
                () -> writeForMachines(run, summary, directory))
            .parallel()
            .map(Reports::failure)
            .flatMap(Optional::stream)
            .toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return ConsoleReport.render(Contents.of(run, summary, Medium.CONSOLE));
  }

  /** Of one half, when the other is through too: nothing is still written once this has failed. */
  private static Optional<RunDirectoryException> failure(Runnable half) {
    try {
      half.run();
      return Optional.empty();
    } catch (RunDirectoryException e) {
      return Optional.of(e);
    }
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
