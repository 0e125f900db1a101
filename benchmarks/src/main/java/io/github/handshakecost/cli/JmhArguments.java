package io.github.handshakecost.cli;

import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.bench.LedgerProfiler;
import io.github.handshakecost.bench.OtherAxes;
import io.github.handshakecost.bench.Session;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The arguments of subcommand {@code jmh}, completed: threads and users agree, optional axes are
 * one parameter, and the ledger is among the results.
 */
final class JmhArguments {
  private static final String LEDGER = LedgerProfiler.class.getName();
  private static final String PARAMETER = "-p";

  private JmhArguments() {}

  /**
   * The same if JMH does not understand them: it says so itself.
   *
   * @throws UsageException if a parameter is unknown, or no combination of values makes sense; JMH
   *     would ignore the one, and fail in each fork with the other
   */
  static List<String> completed(List<String> given) {
    final List<String> all = new ArrayList<>(given);
    all.replaceAll(argument -> argument.equals("--help") ? "-h" : argument);
    try {
      complete(all, new CommandLineOptions(all.toArray(String[]::new)));
    } catch (CommandLineOptionException misunderstood) {
      return all;
    }
    return all;
  }

  private static void complete(List<String> all, CommandLineOptions jmh) {
    final Map<String, Collection<String>> axes = axes(jmh);
    takeParameters(all);
    final int count = jmh.getThreads().hasValue() ? threads(jmh.getThreads().get()) : users(axes);
    if (count > 1) {
      if (!jmh.getThreads().hasValue()) {
        all.addAll(List.of("-t", String.valueOf(count)));
      }
      axes.putIfAbsent(AxisNames.USERS, List.of(String.valueOf(count)));
      axes.putIfAbsent(AxisNames.PLACEMENT, List.of(AxisNames.FREE));
    }
    requireSense(axes, JmhOptions.jdk(jmh));
    OtherAxes.asOne(axes)
        .forEach(
            (name, values) ->
                all.addAll(List.of(PARAMETER, name + "=" + String.join(",", values))));
    if (jmh.getProfilers().stream().noneMatch(profiler -> profiler.getKlass().equals(LEDGER))) {
      all.addAll(List.of("-prof", LEDGER));
    }
  }

  private static Map<String, Collection<String>> axes(CommandLineOptions jmh) {
    final Map<String, Collection<String>> axes = new LinkedHashMap<>();
    for (final Axis<?> axis : Axes.ofEveryCell()) {
      if (jmh.getParameter(axis.name()).hasValue()) {
        axes.put(axis.name(), jmh.getParameter(axis.name()).get());
      }
    }
    return axes;
  }

  private static void takeParameters(List<String> all) {
    for (int i = all.size() - 2; i >= 0; i--) {
      if (all.get(i).equals(PARAMETER)) {
        final String name = all.get(i + 1).split("=", 2)[0];
        if (!Axes.ofEveryCell().contains(Axes.named(name))) {
          throw new UsageException(
              "%s is an axis of new JVMs, which JMH does not measure; use run -p %s"
                  .formatted(name, all.get(i + 1)));
        }
        all.subList(i, i + 2).clear();
      }
    }
  }

  /** JMH itself goes on after a combination that makes none, so one that does is enough. */
  private static void requireSense(Map<String, Collection<String>> axes, int jdk) {
    Optional<String> error = Optional.empty();
    for (final Map<String, String> values : OtherAxes.combinations(axes)) {
      final Settings settings = Settings.of(values);
      error =
          settings
              .validationError()
              .or(() -> unfit(values))
              .or(() -> settings.missing(jdk, Platform.isLinux()));
      if (error.isEmpty()) {
        return;
      }
    }
    throw new UsageException(error.orElseThrow());
  }

  /** The arguments name a benchmark by a pattern; what the loop cannot, a single request cannot. */
  private static Optional<String> unfit(Map<String, String> values) {
    return Session.unfit(new Cell(Workload.YEARLY_RECORDS.label(), values));
  }

  private static int users(Map<String, Collection<String>> axes) {
    final Collection<String> users = axes.getOrDefault(AxisNames.USERS, List.of());
    return users.size() == 1 && users.iterator().next().matches("\\d{1,9}")
        ? Integer.parseInt(users.iterator().next())
        : 1;
  }

  private static int threads(int asked) {
    return asked == Threads.MAX ? Runtime.getRuntime().availableProcessors() : asked;
  }
}
