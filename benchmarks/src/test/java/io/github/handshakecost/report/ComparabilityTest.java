package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.Comparability.Obstacle;
import io.github.handshakecost.report.Comparability.Property;
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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ComparabilityTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Run BASE =
      SampleChanges.on(RUN, new Machine("Example CPU", "2", "17.0.15", "6.1.0"));

  @Test
  void sameMachineAndPlanAreComparable() {
    final Run more = SampleRuns.of(SampleRuns.headline(), 5);
    final Run kernel = SampleChanges.on(more, new Machine("Example CPU", "2", "17.0.16", "6.2.0"));

    assertThat(obstacles(BASE, kernel)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Other CPU, 2, 17.0.15, CPU, the CPU model is Example CPU in BASE and Other CPU in NEW",
    "Example CPU, 4, 17.0.15, CPUS, the number of CPUs is 2 in BASE and 4 in NEW",
    "Example CPU, 2, 25.0.3, JDK, the JDK's major version is 17 in BASE and 25 in NEW"
  })
  void otherMachineOrJdkIsNamed(
      String cpu, String cpus, String jdk, Property property, String sentence) {
    final Run other = SampleChanges.on(RUN, new Machine(cpu, cpus, jdk, "6.1.0"));

    assertThat(obstacles(BASE, other)).containsExactly(new Obstacle(property, sentence));
  }

  @Test
  void unknownMachinesAreNotTakenForTheSame() {
    final Run silent = new Run(RUN.name(), RUN.manifest(), RUN.forks(), Map.of());

    assertThat(sentences(BASE, silent))
        .contains("the CPU model is Example CPU in BASE and unknown in NEW");
    assertThat(sentences(silent, silent))
        .contains("the CPU model is unknown in BASE and unknown in NEW");
  }

  @Test
  void otherServerIsNamed() {
    final Run other = SampleChanges.withFact(BASE, "server.tls", "JDK");

    assertThat(sentences(BASE, other))
        .singleElement()
        .asString()
        .startsWith("the server is BoringSSL, epoll")
        .contains(" in BASE and JDK, epoll");
  }

  @Test
  void otherOptionsOfJmhAreNamed() {
    final Run profiled =
        SampleRuns.with(
            BASE, SampleChanges.given(BASE.manifest(), List.of("-gc true", "-prof gc")));

    assertThat(obstacles(BASE, profiled))
        .containsExactly(
            new Obstacle(
                Property.JMH,
                "the set of options for JMH is empty in BASE and -gc true -prof gc in NEW"));
  }

  @Test
  void otherJvmOptionsAreNamed() {
    final Run other =
        SampleRuns.mapForks(BASE, fork -> SampleForks.withJvmArgs(fork, List.of("-Xint")));

    assertThat(obstacles(BASE, other))
        .containsExactly(
            new Obstacle(Property.JVM, "the set of JVM options is empty in BASE and -Xint in NEW"));
  }

  @Test
  void otherPlanIsNamed() {
    final List<Cell> cells = SampleRuns.headline();
    final List<Cell> others = new ArrayList<>(cells.subList(0, 4));
    others.add(SampleRuns.cell("request", "new-client-shared-context", "tls1.3"));
    final Run other = SampleRuns.with(BASE, SampleRuns.manifest(others));
    final Run less = SampleRuns.with(BASE, SampleRuns.manifest(cells.subList(0, 5)));

    assertThat(sentences(BASE, other))
        .containsExactly(
            "the plan is 6 cells (2 only here) in BASE and 5 cells (1 only here) in NEW");
    assertThat(obstacles(less, BASE))
        .containsExactly(
            new Obstacle(
                Property.PLAN,
                "the plan is 5 cells (0 only here) in BASE and 6 cells (1 only here) in NEW"));
  }

  @Test
  void orderOfThePlanIsNoObstacle() {
    final List<Cell> turned = new ArrayList<>(SampleRuns.headline());
    Collections.reverse(turned);

    assertThat(obstacles(BASE, SampleRuns.with(BASE, SampleRuns.manifest(turned)))).isEmpty();
  }

  @Test
  void otherBlocksAndWarmUpAreNamed() {
    assertThat(obstacles(BASE, SampleChanges.withEffort(BASE, 12, 4_000)))
        .containsExactly(
            new Obstacle(
                Property.EFFORT,
                "the effort is 6 blocks of 200 ms after a warm-up of at most 4000 ms in BASE and 12 blocks of 200 ms after a warm-up of at most 4000 ms in NEW"));
    assertThat(sentences(BASE, SampleChanges.withEffort(BASE, 6, 9_000)))
        .singleElement()
        .asString()
        .contains("after a warm-up of at most 9000 ms in NEW");
  }

  @Test
  void otherPlacementIsNamed() {
    assertThat(obstacles(BASE, SampleChanges.withFact(BASE, "placement", "free")))
        .containsExactly(
            new Obstacle(Property.PLACEMENT, "the placement is same-core in BASE and free in NEW"));
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "FAILED"})
  void incompleteRunIsNamed(RunManifest.End end) {
    final Run cut = SampleChanges.ended(BASE, end);
    final String state = "incomplete (" + end.toString().toLowerCase(Locale.ROOT) + ")";

    assertThat(obstacles(BASE, cut))
        .containsExactly(
            new Obstacle(
                Property.INCOMPLETE, "the state is complete in BASE and " + state + " in NEW"));
    assertThat(sentences(cut, cut))
        .containsExactly("the state is " + state + " in BASE and " + state + " in NEW");
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsIsComparable() {
    final Run ended = SampleChanges.ended(BASE, RunManifest.End.INTERRUPTED);

    assertThat(obstacles(BASE, ended)).isEmpty();
  }

  @Test
  void everyObstacleIsNamed() {
    final Run other = SampleChanges.on(RUN, new Machine("Other CPU", "4", "25.0.3", "6.1.0"));

    assertThat(obstacles(BASE, SampleChanges.withFact(other, "placement", "free"))).hasSize(4);
  }

  private static List<Obstacle> obstacles(Run base, Run candidate) {
    return Comparability.obstacles(
        SampleNamedRuns.named("base", base), SampleNamedRuns.named("new", candidate));
  }

  private static List<String> sentences(Run base, Run candidate) {
    return obstacles(base, candidate).stream().map(Obstacle::sentence).toList();
  }
}
