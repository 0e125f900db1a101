package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.trial.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeForksTest {
  private static final List<Cell> LADDER = ladder(ClientKind.HTTPCLIENT5);
  private static final List<Cell> FLOOR =
      LADDER.stream().map(cell -> cell.with("transport", "nio")).toList();

  private RunDirectory directory;

  @BeforeEach
  void create(@TempDir Path temporary) {
    directory = RunDirectory.create(temporary.resolve("run"));
    directory.save(
        new RunManifest(
            RunManifest.SCHEMA,
            null,
            "test",
            Stream.concat(LADDER.stream(), FLOOR.stream()).toList(),
            42,
            0.05,
            0,
            "unknown",
            false,
            "2026-01-01T00:00:00Z",
            null,
            List.of(),
            End.RUNNING,
            null,
            KilledRun.EFFORT,
            List.of(),
            null));
  }

  @Test
  void incompleteLastForkIsDiscarded() {
    save(1, LADDER);
    save(1, FLOOR);
    save(2, LADDER.subList(0, 1));

    assertThat(whole()).extracting(ForkRecord::round).containsOnly(1).hasSize(4);
    assertThat(directory.load().forks()).hasSize(4);
  }

  @Test
  void otherGroupOfTheLastRoundIsKept() {
    save(1, LADDER);
    save(1, FLOOR.subList(0, 1));

    assertThat(whole()).extracting(ForkRecord::cell).containsExactlyInAnyOrderElementsOf(LADDER);
  }

  /** The link of a distance was out of bounds; the fork has finished. */
  @Test
  void incompleteEarlierForkIsKept() {
    save(1, LADDER.subList(0, 1));
    save(2, LADDER);

    assertThat(whole()).hasSize(3);
    assertThat(directory.load().forks()).hasSize(3);
  }

  @Test
  void wholeForksAreKept() {
    save(1, LADDER);
    save(1, FLOOR);

    assertThat(whole()).hasSize(4);
  }

  private List<ForkRecord> whole() {
    return new Resumption(directory, directory.load()).wholeForks().forks();
  }

  private void save(int round, List<Cell> cells) {
    cells.forEach(cell -> directory.save(SampleForks.of(round, cell, 10)));
  }

  private static List<Cell> ladder(ClientKind client) {
    return PlanCells.ladder(
        Workload.REQUEST, client, Protocol.TLS_1_3, Policy.POOLED, Policy.NEW_CLIENT);
  }
}
