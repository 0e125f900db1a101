package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.bench.Benchmarks;
import io.github.handshakecost.environment.JvmArguments;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.ColdAnswer;
import io.github.handshakecost.result.HandOver.ColdReport;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.ColdJvm;
import io.github.handshakecost.trial.ColdServer;
import io.github.handshakecost.trial.ColdTrial;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.util.Version;

/** Measures each group in a new JVM that sends its first requests to a server of this process. */
public final class ColdForks implements Forks, AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String NO_SHARING = "-Xshare:off";

  /** SIGKILL or SIGTERM from a user or the system, as the JVM or the shell reports it. */
  private static final List<Integer> KILLED = List.of(129, 130, 137, 143);

  /** Many times as long as on a slow machine. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private final Duration longest;
  private final Map<List<String>, ColdServer> servers = new HashMap<>();

  /**
   * Starts and warms a server for each kind of cell, so that no time of a fork includes it.
   *
   * @param cells of the run
   * @param options of the servers
   * @throws ForkFailedException if a server does not answer as it should
   */
  public ColdForks(List<Cell> cells, TrialOptions options, Clock clock) {
    this(cells, options, clock, LONGEST);
  }

  ColdForks(List<Cell> cells, TrialOptions options, Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
    try {
      cells.forEach(
          cell -> servers.computeIfAbsent(server(cell), values -> ColdServer.start(cell, options)));
    } catch (BrokenPremiseException e) {
      close();
      throw new ForkFailedException(String.valueOf(e.getMessage()));
    }
  }

  /** Equal for cells of one server. */
  private static List<String> server(Cell cell) {
    return Stream.of(Axes.KEY, Axes.SERVER_TLS, Axes.TRANSPORT)
        .map(axis -> cell.param(axis.name()))
        .toList();
  }

  @Override
  public GroupFork measure(int round, Group group, BlockListener blocks) {
    try {
      final ColdTrial trial =
          Objects.requireNonNull(servers.get(server(group.cells().get(0)))).begin(group.cells());
      final String startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
      final long begin = System.nanoTime();
      final long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
      final ColdAnswer answer = answer(group, trial);
      final double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      return join(trial.prove(answer, micros), answer, new Fork(round, startedAt, seconds));
    } catch (IOException e) {
      // The parser's message has a second line.
      throw failed(group, String.valueOf(e.getMessage()).replaceFirst("(?s)\n.*", ""));
    } catch (BrokenPremiseException e) {
      throw new ForkFailedException(String.valueOf(e.getMessage()));
    }
  }

  private ColdAnswer answer(Group group, ColdTrial trial) throws IOException {
    final Process jvm =
        new ProcessBuilder(command(trial.sharesClassData()))
            .redirectError(Redirect.INHERIT)
            .start();
    final CompletableFuture<Process> end =
        jvm.onExit()
            .completeOnTimeout(jvm, longest.toMillis(), TimeUnit.MILLISECONDS)
            .thenApply(Process::destroyForcibly);
    try {
      final String text;
      // The JVM ends when this is closed.
      try (OutputStream input = jvm.getOutputStream()) {
        trial.writeTask(input);
        text = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
      final int code = end.join().waitFor();
      if (KILLED.contains(code)) {
        throw new CannotRunException(
            "%s: the JVM was killed (exit code %d), by a user or by the system for lack of memory, or because it did not end within %d s; remove the cause"
                .formatted(group.label(), code, longest.toSeconds()));
      }
      if (code != 0) {
        throw failed(group, "exit code " + code);
      }
      return HandOver.readAnswer(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(group, "the harness was interrupted");
    } finally {
      jvm.destroyForcibly();
    }
  }

  private static ForkFailedException failed(Group group, String why) {
    return new ForkFailedException(
        "%s: the new JVM did not finish: %s".formatted(group.label(), why));
  }

  private static List<String> command(boolean sharing) {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!sharing) {
      command.add(NO_SHARING);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), ColdJvm.class.getName()));
    return command;
  }

  private record Fork(int round, String startedAt, double seconds) {}

  private static GroupFork join(List<ArmMeasurement> arms, ColdAnswer answer, Fork fork) {
    final List<ForkRecord> records = new ArrayList<>();
    final Map<Cell, String> broken = new LinkedHashMap<>();
    for (final ArmMeasurement arm : arms) {
      final ForkMeasurement measured = arm.measured();
      final ColdReport told = answer.told();
      if (measured == null || told == null) {
        broken.put(arm.cell(), String.valueOf(arm.broken()));
      } else {
        records.add(
            new ForkRecord(
                ForkRecord.SCHEMA,
                null,
                fork.round(),
                arm.cell(),
                fork.startedAt(),
                new ForkTime(fork.seconds(), 0),
                facts(arm.cell(), told),
                measured));
      }
    }
    return new GroupFork(records, broken);
  }

  /** What a viewer of JMH's results needs. The cell itself says whether it shares class data. */
  private static JmhFacts facts(Cell cell, ColdReport told) {
    return new JmhFacts(
        Version.getPlainVersion(),
        Benchmarks.name(Workload.of(cell.benchmark())),
        "ss",
        1,
        JvmArguments.masked(
            told.jvmArgs().stream().filter(flag -> !flag.equals(NO_SHARING)).toList()),
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        0,
        0,
        1,
        0,
        "us/op");
  }

  @Override
  public void close() {
    servers.values().forEach(ColdServer::close);
  }
}
