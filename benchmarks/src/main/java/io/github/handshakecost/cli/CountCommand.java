package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.habit.Habit;
import io.github.handshakecost.result.NumberFormats;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The connections that habits of programs cost. */
@Command(
    name = "count",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Counts the connections, handshakes and threads of common habits with HTTP clients. Each"
            + " habit sends its requests to a new server, whose ledger counts. Nothing is timed.",
    footer = {
      "",
      "Habits that leave connections or threads send at most "
          + Habit.WASTEFUL
          + " requests, and those that wait "
          + Habit.SLOW
          + ". Threads are those alive after the last request and not before the first. Heap is what"
          + " stays reachable of clients that nobody closes, in kB, with the server's end of their"
          + " connections."
    })
final class CountCommand implements Callable<Integer> {
  private static final int MOST_REQUESTS = 10_000;
  private static final String ROW = "%s %-22s%9s%7s%12s%5s%8s%8s%7s%n";

  @Spec private CommandSpec spec;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "100",
      description = "Requests of each habit (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--client",
      paramLabel = "NAME",
      description =
          "Only this client: httpclient5, httpclient5-async, urlconnection, jdk or okhttp.")
  private @Nullable String client;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new UsageException(
          "--requests %d is out of range; it goes from 1 to %d".formatted(requests, MOST_REQUESTS));
    }
    final List<Habit> habits = habits();
    final PrintWriter out = spec.commandLine().getOut();
    out.printf(
        ROW, " ", "", "answered", "failed", "connections", "full", "resumed", "threads", "heap");
    String heading = "";
    int wasteful = 0;
    for (final Habit habit : habits) {
      if (!habit.client().equals(heading)) {
        heading = habit.client();
        out.println(heading);
      }
      final Habit.Count count = habit.count(requests);
      if (count.neverReused()) {
        wasteful++;
      }
      out.printf(
          ROW,
          count.neverReused() ? "*" : " ",
          habit.name(),
          count.answered(),
          count.failed(),
          count.connections(),
          count.full(),
          count.resumed(),
          count.threads(),
          count.heap() == null ? "" : NumberFormats.whole(count.heap()));
      out.println("    " + habit.lesson());
      out.flush();
    }
    out.printf(
        "Look at *: %d of %d habits opened a connection for each answered request.%n",
        wasteful, habits.size());
    return ExitCode.DONE;
  }

  private List<Habit> habits() {
    final List<Habit> all = Habit.all();
    final String name = client;
    if (name == null) {
      return all;
    }
    final List<String> known = all.stream().map(Habit::client).distinct().toList();
    if (!known.contains(name)) {
      throw new UsageException(
          "client=%s is not known%s; known values: %s"
              .formatted(name, Axis.didYouMean(name, known), String.join(", ", known)));
    }
    return all.stream().filter(habit -> habit.client().equals(name)).toList();
  }
}
