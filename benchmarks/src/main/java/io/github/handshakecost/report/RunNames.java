package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names runs by what tells them apart: the first of JDK, CPU and commit that does, several of them
 * where one alone does not, and the name of the directory where nothing else does.
 */
final class RunNames {
  private static final List<Function<NamedRun, String>> TOLD =
      List.of(run -> "JDK " + run.machine().jdk(), run -> run.machine().line(), NamedRun::commit);

  private RunNames() {}

  /** The runs by name, in their order. */
  static Map<String, NamedRun> of(List<NamedRun> runs) {
    final Map<String, NamedRun> named = new LinkedHashMap<>();
    final List<String> names = names(runs);
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), runs.get(i));
    }
    return named;
  }

  private static List<String> names(List<NamedRun> runs) {
    final List<Function<NamedRun, String>> used = new ArrayList<>();
    for (final Function<NamedRun, String> told : TOLD) {
      if (distinct(runs, List.of(told)) > 1) {
        used.add(told);
      }
      if (distinct(runs, used) == runs.size()) {
        return runs.stream().map(run -> name(run, used)).toList();
      }
    }
    final Set<String> directories = runs.stream().map(NamedRun::name).collect(Collectors.toSet());
    return directories.size() == runs.size()
        ? runs.stream().map(NamedRun::name).toList()
        : runs.stream().map(run -> "%s (%d)".formatted(run.name(), runs.indexOf(run) + 1)).toList();
  }

  private static long distinct(List<NamedRun> runs, List<Function<NamedRun, String>> told) {
    return runs.stream().map(run -> name(run, told)).distinct().count();
  }

  private static String name(NamedRun run, List<Function<NamedRun, String>> told) {
    return told.stream().map(each -> each.apply(run)).collect(Collectors.joining(", "));
  }
}
