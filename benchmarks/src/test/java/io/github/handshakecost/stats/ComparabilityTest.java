package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparabilityTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Run BASE =
      SampleChanges.on(RUN, new Machine("Example CPU", "2", "17.0.15", "6.1.0"));

  @Test
  void sameMachineAndPlanAreComparable() {
    final Run more = SampleRuns.of(SampleRuns.headline(), 5);
    final Run kernel = SampleChanges.on(more, new Machine("Example CPU", "2", "17.0.16", "6.2.0"));

    assertThat(Comparability.obstacles(BASE, kernel)).isEmpty();
  }

  @Test
  void otherCpuModelIsNamed() {
    final Run other = SampleChanges.on(RUN, new Machine("Other CPU", "2", "17.0.15", "6.1.0"));

    assertThat(Comparability.obstacles(BASE, other))
        .containsExactly("the CPU model is Example CPU in BASE and Other CPU in NEW");
  }

  @Test
  void otherNumberOfCpusIsNamed() {
    final Run other = SampleChanges.on(RUN, new Machine("Example CPU", "4", "17.0.15", "6.1.0"));

    assertThat(Comparability.obstacles(BASE, other))
        .containsExactly("the number of CPUs is 2 in BASE and 4 in NEW");
  }

  @Test
  void otherMajorVersionOfTheJdkIsNamed() {
    final Run other = SampleChanges.on(RUN, new Machine("Example CPU", "2", "25.0.3", "6.1.0"));

    assertThat(Comparability.obstacles(BASE, other))
        .containsExactly("the JDK's major version is 17 in BASE and 25 in NEW");
  }

  @Test
  void machineThatIsNotSaidIsNotTakenForTheSame() {
    final Run silent = new Run(RUN.name(), RUN.manifest(), RUN.forks(), Map.of());

    assertThat(Comparability.obstacles(BASE, silent))
        .contains("the CPU model is Example CPU in BASE and unknown in NEW");
    assertThat(Comparability.obstacles(silent, silent))
        .contains("the CPU model is unknown in both");
  }

  @Test
  void otherServerIsNamed() {
    final Run other = SampleChanges.withFact(BASE, "server.tls", "JDK");

    assertThat(Comparability.obstacles(BASE, other))
        .singleElement()
        .asString()
        .startsWith("the server that answered for request policy=pooled")
        .contains("is BoringSSL, epoll", "in BASE and JDK, epoll");
  }

  @Test
  void otherOptionsOfJmhAreNamed() {
    final Run profiled =
        SampleRuns.with(
            BASE, SampleChanges.given(BASE.manifest(), List.of("-gc true", "-prof gc")));

    assertThat(Comparability.obstacles(BASE, profiled))
        .containsExactly("what JMH was given is nothing in BASE and -gc true -prof gc in NEW");
  }

  @Test
  void otherJvmOptionsAreNamed() {
    final Run other =
        SampleRuns.mapForks(BASE, fork -> SampleForks.withJvmArgs(fork, List.of("-Xint")));

    assertThat(Comparability.obstacles(BASE, other))
        .singleElement()
        .asString()
        .contains("what the JVM was told", "is -Xmx256m in BASE and -Xint in NEW");
  }

  @Test
  void otherPlanIsNamed() {
    final List<Cell> cells = SampleRuns.headline();
    final List<Cell> others = new ArrayList<>(cells.subList(0, 4));
    others.add(SampleRuns.cell("request", "new-client-shared-context", "tls1.3"));
    final Run other = SampleRuns.with(BASE, SampleRuns.manifest(others));
    final Run less = SampleRuns.with(BASE, SampleRuns.manifest(cells.subList(0, 5)));

    assertThat(Comparability.obstacles(BASE, other))
        .containsExactly(
            "the plan differs in its cells (only in BASE: 2, e.g. request policy=pooled protocol=http; only in NEW: 1, e.g. request policy=new-client-shared-context protocol=tls1.3)");
    assertThat(Comparability.obstacles(less, BASE))
        .containsExactly(
            "the plan differs in its cells (only in NEW: 1, e.g. request policy=new-connection-full protocol=http)");
  }

  @Test
  void orderOfThePlanIsNoObstacle() {
    final List<Cell> turned = new ArrayList<>(SampleRuns.headline());
    Collections.reverse(turned);

    assertThat(Comparability.obstacles(BASE, SampleRuns.with(BASE, SampleRuns.manifest(turned))))
        .isEmpty();
  }

  @Test
  void otherIterationsAreNamed() {
    assertThat(Comparability.obstacles(BASE, SampleChanges.withEffort(BASE, 12, "-Xmx256m")))
        .singleElement()
        .asString()
        .contains(
            "the effort for request policy=pooled",
            "is 6 x 0.5 s after 0 x 1.0 s, threads 1 in BASE",
            "and 12 x 0.5 s after");
  }

  @Test
  void otherWarmUpIsNamed() {
    final Run other =
        SampleChanges.withEffort(BASE, 6, "-Xmx256m", "-Dhandshakecost.warmUpMillis=9000");

    assertThat(Comparability.obstacles(BASE, other))
        .singleElement()
        .asString()
        .contains("and a warm-up of at most 9000 ms, threads 1 in NEW");
  }

  @Test
  void otherPlacementThatWasUsedIsNamed() {
    assertThat(Comparability.obstacles(BASE, SampleChanges.withFact(BASE, "placement", "free")))
        .singleElement()
        .asString()
        .contains("the placement that was used for", "is same-core in BASE and free in NEW");
  }

  @Test
  void runThatDidNotComeToItsEndIsNamed() {
    for (final RunManifest.End end : List.of(RunManifest.End.RUNNING, RunManifest.End.FAILED)) {
      final Run cut = SampleChanges.ended(BASE, end);
      final String how = "is no complete run (" + end.toString().toLowerCase(java.util.Locale.ROOT);

      assertThat(Comparability.obstacles(BASE, cut))
          .singleElement()
          .asString()
          .contains("NEW " + how);
      assertThat(Comparability.obstacles(cut, BASE))
          .singleElement()
          .asString()
          .contains("BASE " + how);
    }
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsIsCompared() {
    final Run ended = SampleChanges.ended(BASE, RunManifest.End.INTERRUPTED);

    assertThat(Comparability.obstacles(BASE, ended)).isEmpty();
  }

  @Test
  void everyObstacleIsNamed() {
    final Run other = SampleChanges.on(RUN, new Machine("Other CPU", "4", "25.0.3", "6.1.0"));

    assertThat(Comparability.obstacles(BASE, SampleChanges.withFact(other, "placement", "free")))
        .hasSize(4);
  }
}
