package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.ReportFolder;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reports of a run, from its saved files: the same bytes for the same files. */
public final class Reports {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "report.md";

  private final NamedRun run;
  private final Path folder;

  private Reports(NamedRun run, Path folder) {
    this.run = run;
    this.folder = folder;
  }

  /**
   * The reports of a run.
   *
   * @throws UnreadableRunException if the saved files cannot be understood
   */
  public static Reports of(RunDirectory directory) {
    return new Reports(NamedRun.of(directory.load()), directory.path());
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
    return ConsoleAnswer.render(run, folder, terminal);
  }

  /** All figures, for the console. */
  public String full() {
    return ConsoleReport.render(blocks(run, false));
  }

  /** All files but the saved ones, by name. */
  public Map<String, String> files() {
    final List<Block> page = blocks(run, true);
    final Map<String, String> files = new LinkedHashMap<>();
    files.put(PAGE, MarkdownReport.render(page));
    files.put("report.html", HtmlReport.render(page));
    files.putAll(Block.pictures(page));
    files.put("jmh.json", JmhJson.render(run.run(), String.join(", ", run.marks())));
    files.put("summary.json", summaryJson(run.summary()));
    files.put("benchmark-action.json", BenchmarkActionJson.render(run));
    return files;
  }

  /** The sections of every report for people; a terminal has no room for all figures. */
  static List<Block> blocks(NamedRun run, boolean whole) {
    final Document report = new Document().title("What a connection costs");
    AnswerSection.of(report, run);
    if (!run.summary().cells().isEmpty() && !run.summary().failed()) {
      ColdStartSection.of(report, run);
      DistanceSection.ratios(report, run);
      SideBySideSection.of(report, run);
      LadderSection.of(report, run);
      LoadSection.of(report, run);
      CostSection.of(report, run);
      BudgetSection.of(report, run);
      DistanceSection.roundTrips(report, run);
      DistanceSection.links(report, run);
      if (whole) {
        AmortisationSection.of(report, run);
        DistributionSection.of(report, run);
        RoundsSection.of(report, run);
        ProofSection.of(report, run);
      }
    }
    final List<String> warnings = Warnings.sentences(run.summary());
    if (!warnings.isEmpty()) {
      report.section("Warnings").bullets(warnings);
    }
    EnvironmentSection.of(report, run);
    if (whole) {
      EnvironmentSection.method(report, run);
    }
    QuoteSection.of(report, run);
    return report.blocks();
  }

  /** All figures of the report, for machines. */
  static String summaryJson(Summary summary) {
    final Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", Summary.SCHEMA);
    fields.put("complete", summary.complete());
    fields.put("decided", summary.decided());
    fields.put("conclusive", summary.conclusive());
    fields.put("settled", summary.settled());
    fields.put("dirty", summary.dirty());
    fields.put("failed", summary.failed());
    fields.put("marks", Warnings.marks(summary).values());
    fields.put("rounds", summary.rounds());
    fields.put("warnings", Warnings.sentences(summary));
    fields.put("cells", summary.cells());
    fields.put("ratios", summary.ratios());
    fields.put("costs", summary.costs());
    if (!summary.amortisation().isEmpty()) {
      fields.put("amortisation", summary.amortisation());
    }
    fields.put("roundTrips", summary.roundTrips());
    fields.put("links", summary.links());
    if (!summary.coldStarts().isEmpty()) {
      fields.put("coldStarts", summary.coldStarts());
    }
    return Json.pretty(fields);
  }
}
