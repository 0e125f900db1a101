package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.ComparisonReport;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.stats.Comparability;
import io.github.handshakecost.stats.Comparisons;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed between two saved runs; a gate for CI. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares two saved runs of one plan on one machine, cell by cell.",
    footer = {
      "",
      "Exit codes: 0 no regression; 1 a regression, or other connections or handshakes per request;"
          + " 2 wrong usage, or runs that cannot be read or compared."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BASE", description = "The run directory of before.")
  private Path base;

  @Parameters(index = "1", paramLabel = "NEW", description = "The run directory of after.")
  private Path candidate;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      converter = Converters.Percent.class,
      description =
          "How much slower a cell may be; it is a regression when its whole interval lies beyond"
              + " (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--force",
      description =
          "Compare runs of other machines, JDKs, plans or placements, or incomplete ones; never a"
              + " failed one.")
  private boolean force;

  @Option(
      names = "--markdown",
      description = "Print GitHub-flavoured Markdown, for a pull request's comment.")
  private boolean markdown;

  @Override
  public Integer call() {
    final List<NamedRun> runs =
        DistinctRuns.load(List.of(base, candidate), "name two runs, the one of before first");
    final NamedRun before = runs.get(0);
    final NamedRun after = runs.get(1);
    refuseFailed(base, before);
    refuseFailed(candidate, after);
    final List<String> obstacles = Comparability.obstacles(before.run(), after.run());
    if (!obstacles.isEmpty() && !force) {
      throw new UsageException(
          "%s and %s are not comparable: %s; measure both in one way on one machine, or compare them all the same with --force"
              .formatted(base, candidate, String.join(", ", obstacles)));
    }
    final Comparisons comparisons = Comparisons.of(before.run(), after.run(), threshold);
    if (comparisons.compared().isEmpty()) {
      throw new UsageException(
          "%s and %s have no cell in common (%d in BASE, %d in NEW), which --force cannot mend; measure both with one plan"
              .formatted(
                  base,
                  candidate,
                  comparisons.onlyBase().size(),
                  comparisons.onlyCandidate().size()));
    }
    final ComparisonReport report = new ComparisonReport(before, after, comparisons, obstacles);
    spec.commandLine().getOut().print(markdown ? report.markdown() : report.console());
    spec.commandLine().getOut().flush();
    return comparisons.failures() == 0 ? ExitCode.DONE.code() : ExitCode.REFUSED.code();
  }

  private static void refuseFailed(Path path, NamedRun run) {
    FailedRuns.refuse(
        path,
        run.run().manifest(),
        "a failed run is not compared, even with --force; name another run");
  }
}
