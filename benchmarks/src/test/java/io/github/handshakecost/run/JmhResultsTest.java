package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.JmhFacts;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;

class JmhResultsTest {
  private static final Cell CELL = Ladder.standard(Workload.REQUEST);
  private static final ForkMeasurement TWO_ITERATIONS = SampleForks.measurement(CELL, 40);

  @Test
  void whatNoClockSawIsTheResidual() {
    final ForkMeasurement joined = JmhResults.withScores(CELL, List.of(41.0, 42.0), TWO_ITERATIONS);
    assertThat(joined.iterations()).extracting(i -> i.mean()).containsExactly(41.0, 42.0);
    assertThat(joined.iterations())
        .extracting(i -> i.phases().residual())
        .containsExactly(1.0, 2.0);
    assertThat(joined.iterations())
        .allSatisfy(i -> assertThat(i.phases().total()).isEqualTo(i.mean()));
  }

  @Test
  void aMissingScoreIsRefused() {
    assertThatThrownBy(() -> JmhResults.withScores(CELL, List.of(41.0), TWO_ITERATIONS))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContaining(CELL.label())
        .hasMessageContaining("2 proven iterations, found 1");
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> JmhResults.withScores(CELL, List.of(41.0, Double.NaN), TWO_ITERATIONS))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContaining("found NaN");
  }

  @Test
  void aMissingRowIsRefused() {
    assertThatThrownBy(
            () -> JmhResults.join(1, CELL, "2026-01-01T00:00:00Z", List.of(), TWO_ITERATIONS))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContaining("expected one row of results from JMH, found 0");
  }

  @Test
  void theUnitIsTheOneThatJmhGives() {
    final JmhFacts facts = joined(JmhRows.row(TimeUnit.MICROSECONDS, List.of(), 41, 42)).jmh();
    assertThat(facts.scoreUnit()).isEqualTo("us/op");
  }

  @Test
  void scoresInAnotherUnitAreRefused() {
    final RunResult row = JmhRows.row(TimeUnit.MILLISECONDS, List.of(), 41, 42);
    assertThatThrownBy(() -> joined(row))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage(CELL.label() + ": expected scores in us/op, found ms/op");
  }

  @Test
  void privateArgumentsAreMaskedAndOursStay() {
    final List<String> arguments =
        List.of(
            "-Xmx256m",
            "-Djavax.net.ssl.keyStorePassword=changeit",
            "-Dhandshakecost.measurement=/tmp/x.json",
            "-Dhandshakecost.warmUpMillis=500",
            "-Dhandshakecost.delayNanos=1500,0");
    assertThat(joined(JmhRows.row(TimeUnit.MICROSECONDS, arguments, 41, 42)).jmh().jvmArgs())
        .containsExactly(
            "-Xmx256m",
            "-Djavax.net.ssl.keyStorePassword=<masked>",
            "-Dhandshakecost.warmUpMillis=500",
            "-Dhandshakecost.delayNanos=1500,0");
  }

  private static ForkRecord joined(RunResult row) {
    return JmhResults.join(1, CELL, "2026-01-01T00:00:00Z", List.of(row), TWO_ITERATIONS);
  }
}
