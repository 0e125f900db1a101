package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.Chart;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Summarizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A saved run with its figures and its machine, as reports name and mark it. */
public record NamedRun(Run run, Summary summary, Machine machine) {
  private static final int LONGEST_FILE_NAME = 150;

  /** Properties that name a run among others, the most telling first. */
  private static final List<Function<NamedRun, String>> PROPERTIES =
      List.of(run -> "JDK " + run.machine().jdk(), run -> run.machine().line(), NamedRun::commit);

  /**
   * Reads a run.
   *
   * @throws UnreadableRunException if there is none, or one of its files cannot be understood
   */
  public static NamedRun load(Path directory) {
    return of(RunDirectory.open(directory).load());
  }

  static NamedRun of(Run run) {
    return new NamedRun(run, Summarizer.summarize(run), Machine.of(run));
  }

  /** Whether both are the same run, whatever their directories are called. */
  public boolean isSameAs(NamedRun other) {
    return run.manifest().equals(other.run.manifest()) && run.forks().equals(other.run.forks());
  }

  /** The name of its directory. */
  public String name() {
    return run.name();
  }

  String startedAt() {
    return run.manifest().startedAt();
  }

  /** Seven digits of the commit. */
  String commit() {
    return abbreviated(run.manifest().commit());
  }

  static String abbreviated(String commit) {
    return commit.substring(0, Math.min(7, commit.length()));
  }

  /** {@code commit 5e1cd80 with uncommitted changes}. */
  String code() {
    return "commit " + commit() + (run.manifest().dirty() ? " with uncommitted changes" : "");
  }

  /** The marks of a run that is not as it should be, one word each. */
  List<String> marks() {
    return Warnings.marks(summary).keySet().stream().map(Mark::word).toList();
  }

  /** The marks, one sentence each. */
  List<String> markSentences() {
    return List.copyOf(Warnings.marks(summary).values());
  }

  /**
   * A picture of figures that hold under these circumstances; {@code kind} heads its file name. It
   * bears the marks, but an imprecise figure is right if its interval is shown.
   */
  Block.Picture picture(String kind, String title, String where, Function<Caption, Chart> chart) {
    final List<String> marks =
        marks().stream().filter(it -> !it.equals(Mark.IMPRECISE.word())).toList();
    final Caption caption = new Caption(title, where, String.join(", ", marks));
    return new Block.Picture(file(kind, where), caption.words(), chart.apply(caption));
  }

  /** The name of a picture's file. */
  static String file(String kind, String where) {
    final String slug = where.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return kind + "-" + slug.substring(0, Math.min(LONGEST_FILE_NAME, slug.length())) + ".svg";
  }

  /** The ratios of single requests, which are the headline ones. */
  List<Ratio> ratios() {
    return summary.ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
        .toList();
  }

  /** The forks of a rung, by round. */
  List<ForkRecord> forksOf(CellSummary rung) {
    final Cell cell = rung.cell();
    return run.forks().stream().filter(fork -> fork.cell().equals(cell)).toList();
  }

  /** What all its forks report about the software that really ran, such as {@code jdk}. */
  String fact(String name) {
    return run.forks().stream()
        .map(fork -> fork.measurement().facts().getOrDefault(name, Machine.UNKNOWN))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** Everything that was counted in these forks. */
  static Counts sum(List<ForkRecord> forks) {
    return forks.stream().map(ForkRecord::counts).reduce(Counts.NONE, Counts::plus);
  }

  /** Name, commit, start, rounds, JDK and CPU, separated by commas. */
  String line() {
    return "%s, %s, started %s, %s, JDK %s, %s"
        .formatted(
            name(),
            code(),
            startedAt(),
            NumberFormats.counted(summary.rounds(), "round"),
            machine.jdk(),
            machine.line());
  }

  /** Says under which circumstances the figures of this run hold. */
  CellLabels labels() {
    return new CellLabels(summary);
  }

  /** The same of several runs. */
  static CellLabels labels(Stream<NamedRun> runs) {
    return new CellLabels(
        runs.flatMap(run -> run.summary().cells().stream()).map(CellSummary::cell));
  }

  /**
   * The runs in their order, named by what tells them apart: JDK, CPU or commit, several of these
   * if one is not enough, otherwise the name of the directory.
   */
  static Map<String, NamedRun> byName(List<NamedRun> runs) {
    final List<Function<NamedRun, String>> telling =
        PROPERTIES.stream().filter(it -> runs.stream().map(it).distinct().count() > 1).toList();
    final Stream<Function<NamedRun, String>> byProperties =
        IntStream.rangeClosed(1, telling.size()).mapToObj(n -> joined(telling.subList(0, n)));
    return Stream.concat(
            byProperties,
            Stream.<Function<NamedRun, String>>of(
                NamedRun::name, run -> "%s (%d)".formatted(run.name(), runs.indexOf(run) + 1)))
        .map(name -> named(runs, name))
        .filter(named -> named.size() == runs.size())
        .findFirst()
        .orElseThrow();
  }

  private static Function<NamedRun, String> joined(List<Function<NamedRun, String>> properties) {
    return run -> properties.stream().map(it -> it.apply(run)).collect(Collectors.joining(", "));
  }

  /** Fewer than the runs, if some have the same name. */
  private static Map<String, NamedRun> named(List<NamedRun> runs, Function<NamedRun, String> name) {
    final Map<String, NamedRun> named = new LinkedHashMap<>();
    runs.forEach(run -> named.put(name.apply(run), run));
    return named;
  }
}
