package io.github.handshakecost.report;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Summarizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A saved run with its figures and its machine. */
public record NamedRun(Run run, Summary summary, Machine machine) {
  /** Properties that name a run among others, the most telling first. */
  private static final List<Function<NamedRun, String>> PROPERTIES =
      List.of(run -> "JDK " + run.machine().jdk(), run -> run.machine().line(), NamedRun::commit);

  /**
   * Reads a run.
   *
   * @throws UnreadableRunException if there is none, or one of its files cannot be understood
   */
  public static NamedRun load(Path directory) {
    final Run run = RunDirectory.open(directory).load();
    return of(run, Summarizer.summarize(run));
  }

  static NamedRun of(Run run, Summary summary) {
    return new NamedRun(run, summary, Machine.of(run));
  }

  /** Whether both are the same run, whatever their directories are called. */
  public boolean isSameAs(NamedRun other) {
    return run.manifest().equals(other.run.manifest()) && run.forks().equals(other.run.forks());
  }

  /** The name of its directory. */
  public String name() {
    return run.name();
  }

  /** Seven digits of the commit. */
  String commit() {
    return Marks.abbreviated(run.manifest().commit());
  }

  String startedAt() {
    return run.manifest().startedAt();
  }

  /** The marks, one word each. */
  List<String> marks() {
    return Marks.words(run, summary);
  }

  /** The marks, one sentence each. */
  List<String> markSentences() {
    return Warnings.marks(summary);
  }

  /** Name, commit, start, rounds, JDK and CPU, separated by commas. */
  String line() {
    return "%s, %s, started %s, %s, JDK %s, %s"
        .formatted(
            name(),
            Marks.commit(run.manifest()),
            startedAt(),
            NumberFormats.counted(summary.rounds(), "round"),
            machine.jdk(),
            machine.line());
  }

  /** Says under which circumstances the figures of these runs hold. */
  static CellLabels labels(Stream<NamedRun> runs) {
    return new CellLabels(runs.flatMap(run -> run.summary().cells().stream()).toList());
  }

  /**
   * The runs in their order, named by what tells them apart: JDK, CPU or commit, several of these
   * if one is not enough, otherwise the name of the directory.
   */
  static Map<String, NamedRun> byName(List<NamedRun> runs) {
    final Map<String, NamedRun> named = new LinkedHashMap<>();
    final List<String> names = names(runs);
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), runs.get(i));
    }
    return named;
  }

  private static List<String> names(List<NamedRun> runs) {
    final List<Function<NamedRun, String>> used = new ArrayList<>();
    for (final Function<NamedRun, String> property : PROPERTIES) {
      if (runs.stream().map(property).distinct().count() > 1) {
        used.add(property);
      }
      final List<String> names =
          runs.stream()
              .map(
                  run ->
                      used.stream().map(each -> each.apply(run)).collect(Collectors.joining(", ")))
              .toList();
      if (areDistinct(names)) {
        return names;
      }
    }
    final List<String> directories = runs.stream().map(NamedRun::name).toList();
    return areDistinct(directories)
        ? directories
        : runs.stream().map(run -> "%s (%d)".formatted(run.name(), runs.indexOf(run) + 1)).toList();
  }

  private static boolean areDistinct(List<String> names) {
    return names.stream().distinct().count() == names.size();
  }
}
