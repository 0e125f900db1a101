package io.github.handshakecost.run;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
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
      PlanCells.ladder(
          Workload.REQUEST,
          ClientKind.RAW_SOCKET,
          Protocol.TLS_1_3,
          Policy.POOLED,
          Policy.NEW_CONNECTION_RESUMED,
          Policy.NEW_CONNECTION_FULL);
  static final int ROUNDS = 40;

  static final Effort EFFORT =
      new Effort(Duration.ZERO, 2, Duration.ofSeconds(1), 1, 1, Duration.ZERO, 0.05)
          .withRounds(ROUNDS);

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
    directory.removeUnfinished();
    final Keeping keeper =
        new Keeping(new Resumption(directory, directory.load()).wholeForks().forks(), directory);
    directory.saveEnvironment(
        Map.of("jdk", Map.of("version", "17"), "os", Map.of(), "cpu", Map.of()));
    final Plan plan = new Plan("test", CELLS, EFFORT, SEED);
    new Rounds(plan, KilledRun::fork, keeper, new ProgressLog(), System::nanoTime).run();
    directory.save(directory.load().manifest().ended(End.COMPLETE, null));
  }

  private RunDirectory begun() {
    final RunDirectory directory = RunDirectory.create(path);
    directory.save(
        new RunManifest(
            RunManifest.SCHEMA,
            null,
            "test",
            CELLS,
            SEED,
            0.05,
            0,
            "unknown",
            false,
            "2026-01-01T00:00:00Z",
            null,
            List.of(),
            End.RUNNING,
            null,
            EFFORT,
            List.of(),
            null));
    return directory;
  }

  private static GroupFork fork(int round, Group group, BlockListener blocks) {
    LockSupport.parkNanos(FORK_NANOS);
    return new GroupFork(
        group.cells().stream()
            .map(cell -> SampleForks.of(round, cell, 10.0 * (1 + CELLS.indexOf(cell))))
            .toList(),
        Map.of());
  }

  static String line(ForkRecord fork) {
    return fork.round() + " " + fork.cell().param("policy");
  }

  /** Saves each fork, and then prints it. */
  private final class Keeping implements Rounds.Keeper {
    private final MemoryKeeper memory;
    private final RunDirectory directory;

    Keeping(List<ForkRecord> saved, RunDirectory directory) {
      memory = new MemoryKeeper(saved);
      this.directory = directory;
    }

    @Override
    public List<ForkRecord> forks() {
      return memory.forks();
    }

    @Override
    public void keep(List<ForkRecord> fork) {
      fork.forEach(directory::save);
      memory.keep(fork);
      fork.forEach(cell -> out.println(line(cell)));
    }

    @Override
    public void withdraw(Cell cell, String sentence) {
      throw new AssertionError(sentence);
    }

    @Override
    public void drop(List<Cell> cells, Warning why) {
      throw new AssertionError(why);
    }
  }
}
