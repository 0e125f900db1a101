package io.github.handshakecost.run;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rounds with forks of ten seconds, on a simulated clock. */
final class SimulatedRounds {
  static final List<Cell> LADDER = ladder(ClientKind.HTTPCLIENT5);
  static final List<Cell> FLOOR =
      Stream.of("0", "1024", "4096")
          .map(body -> ladder(ClientKind.RAW_SOCKET).get(0).with("body", body))
          .toList();
  static final List<Cell> BOTH = Stream.concat(LADDER.stream(), FLOOR.stream()).toList();
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration FORK = Duration.ofSeconds(10);

  final MemoryKeeper keeper = new MemoryKeeper(List.of());
  final ProgressLog progress = new ProgressLog();
  final List<String> measured = new ArrayList<>();
  private long now;

  Optional<String> run(List<Cell> cells, Effort effort, Forks forks) {
    return rounds(cells, effort, forks).run();
  }

  void pass(Duration time) {
    now += time.toNanos();
  }

  Duration passed() {
    return Duration.ofNanos(now);
  }

  Rounds rounds(List<Cell> cells, Effort effort, Forks forks) {
    return new Rounds(new Plan("test", cells, effort, 42), forks, keeper, progress, () -> now);
  }

  /** The ratio differs from round to round. */
  GroupFork noisy(int round, Group group, BlockListener blocks) {
    return fork(round, group, round % 2);
  }

  GroupFork steady(int round, Group group, BlockListener blocks) {
    return fork(round, group, 0);
  }

  private GroupFork fork(int round, Group group, double noise) {
    measured.add(round + " " + group.label());
    now += FORK.toNanos();
    final List<ForkRecord> records = new ArrayList<>();
    for (final Cell cell : group.cells()) {
      final double factor = cell.param("policy").equals("pooled") ? 1 : 1 + noise;
      records.add(SampleForks.of(round, cell, micros(cell) * factor));
    }
    return new GroupFork(records, Map.of());
  }

  static double micros(Cell cell) {
    return switch (cell.param("policy")) {
      case "pooled" -> 10;
      case "new-connection-full" -> 20;
      default -> 30;
    };
  }

  private static List<Cell> ladder(ClientKind client) {
    return PlanCells.ladder(
        Workload.REQUEST,
        client,
        Protocol.TLS_1_3,
        Policy.POOLED,
        Policy.NEW_CONNECTION_FULL,
        Policy.NEW_CLIENT);
  }

  static Effort effort(int least, int most, Duration budget) {
    return new Effort(Duration.ofSeconds(1), 2, Duration.ofSeconds(1), least, most, budget, 0.05);
  }
}
