package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.Comparability;
import io.github.handshakecost.report.Comparability.Obstacle;
import io.github.handshakecost.report.Comparability.Property;
import io.github.handshakecost.report.ComparisonReport;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.stats.Comparisons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The changes between two saved runs; a gate for CI. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares two saved runs of one plan on one machine, cell by cell.",
    footer = {
      "",
      "Exit codes: 0 no regression found; 1 a regression, or other connections or handshakes per"
          + " request; 2 wrong usage, or runs that cannot be read or compared."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BASE", description = "Baseline run.")
  private Path base;

  @Parameters(index = "1", paramLabel = "NEW", description = "Run to compare with it.")
  private Path candidate;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      converter = Converters.Percent.class,
      description =
          "How much slower a cell may be, with a percent sign. It is a regression if its whole"
              + " interval lies beyond (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--ignore",
      paramLabel = "NAME",
      split = ",",
      converter = PropertyConverter.class,
      description =
          "Compare although the runs differ in this: ${COMPLETION-CANDIDATES}. A failed run is never"
              + " compared.")
  private List<Property> ignored = new ArrayList<>();

  @Option(
      names = "--markdown",
      description = "Print GitHub-flavoured Markdown, for a comment in a pull request.")
  private boolean markdown;

  @Override
  public Integer call() {
    final List<NamedRun> runs =
        SavedRuns.distinct(List.of(base, candidate), "name two runs, the baseline first");
    final NamedRun before = runs.get(0);
    final NamedRun after = runs.get(1);
    SavedRuns.refuseFailed(base, before.run(), "compared");
    SavedRuns.refuseFailed(candidate, after.run(), "compared");
    final List<Obstacle> obstacles = Comparability.obstacles(before, after);
    requireComparable(obstacles);
    final Comparisons comparisons =
        Comparisons.of(before.run(), before.summary(), after.run(), after.summary(), threshold);
    if (comparisons.compared().isEmpty()) {
      throw new UsageException(
          "%s and %s have no cell in common (%d in BASE, %d in NEW); measure both with one plan"
              .formatted(
                  base,
                  candidate,
                  comparisons.onlyBase().size(),
                  comparisons.onlyCandidate().size()));
    }
    final ComparisonReport report = new ComparisonReport(before, after, comparisons, obstacles);
    spec.commandLine().getOut().print(markdown ? report.markdown() : report.console());
    return comparisons.failures() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void requireComparable(List<Obstacle> obstacles) {
    final List<Obstacle> open =
        obstacles.stream().filter(each -> !ignored.contains(each.property())).toList();
    if (!open.isEmpty()) {
      throw new UsageException(
          "%s and %s are not comparable: %s; measure both alike on one machine, or compare them all the same with --ignore %s"
              .formatted(
                  base,
                  candidate,
                  open.stream().map(Obstacle::sentence).collect(Collectors.joining("; ")),
                  obstacles.stream()
                      .map(each -> each.property().toString())
                      .collect(Collectors.joining(","))));
    }
  }

  /** A property by its name in lower case. */
  static final class PropertyConverter implements ITypeConverter<Property> {
    @Override
    public Property convert(String text) {
      return Stream.of(Property.values())
          .filter(property -> property.toString().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not known; known names: %s"
                          .formatted(
                              text,
                              Stream.of(Property.values())
                                  .map(Property::toString)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
