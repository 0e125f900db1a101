package io.github.handshakecost.run;

import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.trial.Workload;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A run whose forks take a millisecond each and are never measured; begun, or continued where the
 * directory holds one already. Prints the round and policy of each fork once it has been saved.
 */
final class KilledRun {
  static final List<Cell> CELLS =
      Ladder.of(
          Workload.REQUEST,
          ClientKind.RAW_SOCKET,
          Protocol.TLS_1_3,
          Policy.POOLED,
          Policy.NEW_CONNECTION_RESUMED,
          Policy.NEW_CONNECTION_FULL);
  static final int ROUNDS = 40;

  private static final long FORK_NANOS = 1_000_000;
  private static final long SEED = 42;

  private final Path path;
  private final PrintStream out;

  KilledRun(Path path, PrintStream out) {
    this.path = path;
    this.out = out;
  }

  public static void main(String[] args) {
    new KilledRun(Path.of(args[0]), System.out).run();
  }

  void run() {
    final RunDirectory directory =
        Files.exists(path.resolve("run.json")) ? RunDirectory.open(path) : begun();
    final List<ForkRecord> saved = directory.load().forks();
    directory.removeUnfinished();
    directory.saveEnvironment(
        Map.of("jdk", Map.of("version", "17"), "os", Map.of(), "cpu", Map.of()));
    final Plan plan =
        new Plan(
            "test",
            CELLS,
            new Effort(Duration.ZERO, 1, 2, Duration.ofSeconds(1), 1, 1, Duration.ZERO, 0.05)
                .withRounds(ROUNDS),
            SEED);
    new Rounds(
            plan,
            List.of(new Lane(KilledRun::fork, directory, saved)),
            new Printing(),
            System::nanoTime)
        .run();
    directory.save(directory.load().manifest().ended(End.COMPLETE, null));
  }

  private RunDirectory begun() {
    final RunDirectory directory = RunDirectory.create(path);
    directory.save(
        new RunManifest(
            RunManifest.SCHEMA,
            "test",
            CELLS,
            SEED,
            0.05,
            0,
            "unknown",
            false,
            "2026-01-01T00:00:00Z",
            List.of(),
            End.RUNNING,
            null,
            null,
            null,
            null));
    return directory;
  }

  private static ForkRecord fork(int round, Cell cell) {
    LockSupport.parkNanos(FORK_NANOS);
    return SampleForks.of(round, cell, 10.0 * (1 + CELLS.indexOf(cell)));
  }

  static String line(ForkRecord fork) {
    return fork.round() + " " + fork.cell().param("policy");
  }

  private final class Printing implements Progress {
    @Override
    public void starting(int round, int step, int steps, Cell cell, Duration left) {}

    @Override
    public void finished(ForkRecord fork) {
      out.println(line(fork));
    }
  }
}
