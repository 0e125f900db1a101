package io.github.handshakecost.cli;

import io.github.handshakecost.bench.LedgerProfiler;
import io.github.handshakecost.model.AxisNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The arguments of subcommand {@code jmh}, completed: threads and users agree, and the ledger is
 * among the results.
 */
final class JmhArguments {
  private static final String LEDGER = LedgerProfiler.class.getName();

  private JmhArguments() {}

  /** The same if JMH does not understand them: it says so itself. */
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
    final Collection<String> users = jmh.getParameter(AxisNames.USERS).orElse(List.of());
    if (jmh.getProfilers().stream().noneMatch(profiler -> profiler.getKlass().equals(LEDGER))) {
      all.addAll(List.of("-prof", LEDGER));
    }
    final int count = jmh.getThreads().hasValue() ? threads(jmh.getThreads().get()) : only(users);
    if (count == 1) {
      return;
    }
    if (!jmh.getThreads().hasValue()) {
      all.addAll(List.of("-t", String.valueOf(count)));
    }
    if (users.isEmpty()) {
      all.addAll(List.of("-p", AxisNames.USERS + "=" + count));
    }
    if (!jmh.getParameter(AxisNames.PLACEMENT).hasValue()) {
      all.addAll(List.of("-p", AxisNames.PLACEMENT + "=" + AxisNames.FREE));
    }
  }

  private static int only(Collection<String> users) {
    return users.size() == 1 && users.iterator().next().matches("\\d{1,9}")
        ? Integer.parseInt(users.iterator().next())
        : 1;
  }

  private static int threads(int asked) {
    return asked == Threads.MAX ? Runtime.getRuntime().availableProcessors() : asked;
  }
}
