package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.bench.RequestBenchmark;
import io.github.handshakecost.bench.YearlyRecordsBenchmark;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;

class JmhResultsTest {
  private static final Cell CELL = PlanCells.standardCell(Workload.REQUEST);
  private static final Cell OTHER = PlanCells.standardCell(Workload.YEARLY_RECORDS);
  private static final ForkMeasurement TWO_ITERATIONS = SampleForks.measurement(CELL, 40);
  private static final List<Integer> ORDER = List.of(1, 0, 0, 1);

  @Test
  void residualIsTheTimeThatNoClockMeasured() {
    final ForkMeasurement joined = results(CELL).withScores(List.of(41.0, 42.0), TWO_ITERATIONS);
    assertThat(joined.iterations()).extracting(i -> i.mean()).containsExactly(41.0, 42.0);
    assertThat(joined.iterations())
        .extracting(i -> i.phases().residual())
        .containsExactly(1.0, 2.0);
    assertThat(joined.iterations())
        .allSatisfy(i -> assertThat(i.phases().total()).isEqualTo(i.mean()));
  }

  @Test
  void missingScoreIsRefused() {
    assertThatThrownBy(() -> results(CELL).withScores(List.of(41.0), TWO_ITERATIONS))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("httpclient5: expected 2 scores, one for each proven block, found 1");
  }

  @Test
  void scoreThatIsNoTimeIsRefused() {
    final RunResult row = JmhRows.row(TimeUnit.MICROSECONDS, List.of(), 41, 0);
    assertThatThrownBy(() -> facts(row))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("httpclient5: expected a time above 0 in us/op, found 0.0 us/op");
  }

  /** One operation each 10 µs and each 30 µs: 4 in 30 µs, so that 2 users wait 15 µs for each. */
  @Test
  void timeOfSeveralUsersIsTheirNumberOverTheThroughput() {
    final GroupFork fork =
        results(CELL).join(List.of(JmhRows.twoBlocks(10, 30)), seen(arm(CELL, 14)));

    assertThat(means(fork.cells().get(0))).containsExactly(15.0, 15.0);
  }

  @Test
  void missingRowIsRefused() {
    assertThatThrownBy(() -> results(CELL).join(List.of(), seen(arm(CELL, 40))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("httpclient5: expected 2 scores, one for each block, found 0");
  }

  @Test
  void scoresAreAssignedToCellsByTheOrder() {
    final GroupFork fork = joined(row(51, 41, 42, 52), arm(CELL, 40), arm(OTHER, 50));

    assertThat(fork.broken()).isEmpty();
    assertThat(fork.cells()).extracting(ForkRecord::cell).containsExactly(CELL, OTHER);
    assertThat(means(fork.cells().get(0))).containsExactly(41.0, 42.0);
    assertThat(means(fork.cells().get(1))).containsExactly(51.0, 52.0);
    assertThat(fork.cells())
        .allSatisfy(cell -> assertThat(cell.round()).isEqualTo(3))
        .allSatisfy(cell -> assertThat(cell.jmh().measurementIterations()).isEqualTo(2));
  }

  /** A call of a cell with a limit is a connection with all its requests. */
  @Test
  void scoreOfSeveralOperationsIsDivided() {
    final Cell limited = CELL.with("policy", "limited").with("requestsPerConnection", "5");
    final Cell loops = OTHER.with("policy", "limited").with("requestsPerConnection", "22");
    final JmhResults results =
        new JmhResults(3, new Group("httpclient5", List.of(limited, loops)), "", 60, ORDER);

    final GroupFork fork =
        results.join(List.of(row(120, 200, 210, 124)), seen(arm(limited, 40), arm(loops, 60)));

    assertThat(means(fork.cells().get(0))).containsExactly(40.0, 42.0);
    assertThat(means(fork.cells().get(1))).containsExactly(60.0, 62.0);
  }

  @Test
  void brokenPremiseIsReportedAndTheOtherArmsAreKept() {
    final GroupFork fork =
        joined(
            row(51, 1000, 1000, 52),
            new ArmMeasurement(CELL, null, List.of(), "expected 1, found 2"),
            arm(OTHER, 50));

    assertThat(fork.broken()).isEqualTo(Map.of(CELL, "expected 1, found 2"));
    assertThat(fork.cells()).extracting(ForkRecord::cell).containsExactly(OTHER);
    assertThat(means(fork.cells().get(0))).containsExactly(51.0, 52.0);
  }

  @Test
  void blockWithoutAScoreIsRefused() {
    assertThatThrownBy(() -> joined(row(51, 41, 42), arm(CELL, 40), arm(OTHER, 50)))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("httpclient5: expected 4 scores, one for each block, found 3");
  }

  /** JMH names the benchmark of the whole group. */
  @Test
  void eachCellIsNamedAfterItsOwnBenchmark() {
    final GroupFork fork = joined(row(51, 41, 42, 52), arm(CELL, 40), arm(OTHER, 50));

    assertThat(fork.cells())
        .extracting(cell -> cell.jmh().benchmark())
        .containsExactly(
            RequestBenchmark.class.getName() + ".request",
            YearlyRecordsBenchmark.class.getName() + ".yearlyRecords");
  }

  @Test
  void unitIsMicroseconds() {
    final JmhFacts facts = facts(JmhRows.row(TimeUnit.MICROSECONDS, List.of(), 41, 42));
    assertThat(facts.scoreUnit()).isEqualTo("us/op");
  }

  @Test
  void scoresInAnotherUnitAreRefused() {
    final RunResult row = JmhRows.row(TimeUnit.MILLISECONDS, List.of(), 41, 42);
    assertThatThrownBy(() -> facts(row))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContaining("expected a time above 0 in us/op, found")
        .hasMessageEndingWith("ms/op");
  }

  @Test
  void privateArgumentsAreMasked() {
    final List<String> arguments =
        List.of(
            "-Xmx256m",
            "-Djavax.net.ssl.keyStorePassword=changeit",
            "-Dhandshakecost.task=/tmp/task.json",
            "-Dhandshakecost.measurement=/tmp/x.json",
            "-Dhandshakecost.pcap=/tmp/x.pcap",
            "-Dhandshakecost.harness=4711",
            "-Dhandshakecost.warmUpMillis=500",
            "-Dhandshakecost.delayNanos=1500,0");
    assertThat(facts(JmhRows.row(TimeUnit.MICROSECONDS, arguments, 41, 42)).jvmArgs())
        .containsExactly(
            "-Xmx256m",
            "-Djavax.net.ssl.keyStorePassword=<masked>",
            "-Dhandshakecost.warmUpMillis=500",
            "-Dhandshakecost.delayNanos=1500,0");
  }

  @Test
  void pausesAreNoPartOfTheTime() {
    final ForkMeasurement measured = SampleForks.measurement(CELL, 40);
    final GroupFork fork =
        results(CELL)
            .join(
                List.of(row(250_041, 250_045)),
                seen(new ArmMeasurement(CELL, measured, List.of(250_000.0, 250_003.0), null)));

    assertThat(fork.cells().get(0).measurement().iterations())
        .extracting(IterationRecord::mean)
        .containsExactly(41.0, 42.0);
  }

  private static GroupFork joined(RunResult row, ArmMeasurement... arms) {
    return new JmhResults(
            3, new Group("httpclient5", List.of(CELL, OTHER)), "2026-01-01T00:00:00Z", 60, ORDER)
        .join(List.of(row), seen(arms));
  }

  private static JmhFacts facts(RunResult row) {
    return results(CELL).join(List.of(row), seen(arm(CELL, 40))).cells().get(0).jmh();
  }

  private static JmhResults results(Cell cell) {
    return new JmhResults(
        1, new Group("httpclient5", List.of(cell)), "2026-01-01T00:00:00Z", 60, List.of(0, 0));
  }

  private static GroupMeasurement seen(ArmMeasurement... arms) {
    return new GroupMeasurement(1.5, List.of(arms));
  }

  private static ArmMeasurement arm(Cell cell, double micros) {
    return new ArmMeasurement(cell, SampleForks.measurement(cell, micros), List.of(), null);
  }

  private static RunResult row(double... micros) {
    return JmhRows.row(TimeUnit.MICROSECONDS, List.of(), micros);
  }

  private static List<Double> means(ForkRecord fork) {
    return fork.measurement().iterations().stream().map(IterationRecord::mean).toList();
  }
}
