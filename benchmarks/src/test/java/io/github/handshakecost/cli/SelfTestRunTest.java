package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.stats.SimulatedForks;
import io.github.handshakecost.trial.TrialOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated machines: a true one, and some that a self-test has to find out. */
final class SelfTestRunTest {
  private static final double EXCHANGE = 15;
  private static final double HANDSHAKE = 2_500;

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Random random = new Random(3);
  private final List<Map<String, String>> told = new ArrayList<>();

  @Test
  void trueMachinePassesAndAllOfItIsSaved() {
    assertThat(run(this::honest)).isEqualTo(ExitCode.DONE);

    assertThat(run("a").forks()).hasSize(60);
    assertThat(run("b").forks()).hasSize(60);
    assertThat(run("exchange-base").forks()).hasSize(20);
    assertThat(run("exchange-injected").forks()).hasSize(20);
    assertThat(run("handshake-base").forks()).hasSize(5);
    assertThat(run("handshake-injected").forks()).hasSize(5);
    assertThat(
            Stream.of(
                "a",
                "b",
                "exchange-base",
                "exchange-injected",
                "handshake-base",
                "handshake-injected"))
        .allSatisfy(part -> assertThat(run(part).manifest().end()).isEqualTo(End.COMPLETE))
        .allSatisfy(part -> assertThat(Reports.write(directory(part))).contains("self-test"));
    assertThat(out.toString()).contains("Passed: ", "B / A", "Saved in " + test());
    assertThat(test().resolve("self-test.md")).content().contains("Passed: ");
    assertThat(test().resolve("self-test.json")).content().contains("\"passed\" : true");
  }

  @Test
  void delayIsATenthOfThisMachinesExchangeAndFiveMilliseconds() {
    run(this::honest);

    assertThat(told).filteredOn(properties -> !properties.isEmpty()).hasSize(2);
    assertThat(delay(told.get(4))[0]).isBetween(0.09 * EXCHANGE, 0.11 * EXCHANGE);
    assertThat(delay(told.get(4))[1]).isZero();
    assertThat(delay(told.get(6))).containsExactly(0, 5_000);
  }

  @Test
  void machineThatTellsACellFromItselfIsRefused() {
    final ExitCode code =
        run((lane, round, cell, delay) -> fork(round, cell, delay, lane == 2 ? 1.2 : 1, true));

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("pairs of the same cell were flagged", "26 %", "again");
    assertThat(test().resolve("self-test.json")).content().contains("\"passed\" : false");
  }

  @Test
  void machineThatMissesADelayIsRefused() {
    final ExitCode code =
        run((lane, round, cell, delay) -> fork(round, cell, new double[] {0, 0}, 1, true));

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString())
        .contains("µs in the exchange, found as", "the interval does not hold its size");
  }

  @Test
  void machineThatPutsADelayInTheWrongPhaseIsRefused() {
    final ExitCode code = run((lane, round, cell, delay) -> fork(round, cell, delay, 1, false));

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString())
        .contains("a delay of 5,000 µs in the TLS handshake", "it is not in its phase alone");
  }

  @Test
  void halfThatIsFinishedIsKept() {
    assertThatThrownBy(
            () ->
                run(
                    (lane, round, cell, delay) -> {
                      if (lane > 3) {
                        throw new ForkFailedException(cell, "expected 1, found 2");
                      }
                      return fork(round, cell, delay, 1, true);
                    }))
        .isInstanceOf(ForkFailedException.class);

    assertThat(run("b").manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run("exchange-base").manifest().end()).isEqualTo(End.FAILED);
    assertThat(test().resolve("self-test.md")).content().contains("INCOMPLETE", "B / A");
  }

  /**
   * Forks are asked for in this order: a, b, the one ahead, exchange without and with delay,
   * handshake without and with delay.
   */
  private interface Machine {
    ForkRecord measure(int lane, int round, Cell cell, double[] delay);
  }

  private ForkRecord honest(int lane, int round, Cell cell, double[] delay) {
    return fork(round, cell, delay, 1, true);
  }

  private ExitCode run(Machine machine) {
    return new SelfTestRun(
            (effort, properties) -> {
              told.add(properties);
              final int lane = told.size();
              return (round, cell) -> machine.measure(lane, round, cell, delay(properties));
            },
            SelfTestDirectory.create(test()),
            42,
            List.of(),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            new PrintWriter(out, true),
            new PrintWriter(err, true))
        .run();
  }

  /** In microseconds: exchange and handshake. */
  private static double[] delay(Map<String, String> properties) {
    return Stream.of(properties.getOrDefault(TrialOptions.DELAY, "0,0").split(",", -1))
        .mapToDouble(nanos -> Double.parseDouble(nanos) / 1e3)
        .toArray();
  }

  private ForkRecord fork(int round, Cell cell, double[] delay, double factor, boolean inItsPhase) {
    final boolean connects = !cell.param("policy").equals("pooled");
    final double handshake = connects ? HANDSHAKE * noise() : 0;
    final double held = connects ? delay[1] : 0;
    return SimulatedForks.of(
        cell,
        round,
        handshake + (inItsPhase ? held : 0),
        factor * EXCHANGE * noise() + delay[0] + (inItsPhase ? 0 : held));
  }

  private double noise() {
    return Math.exp(0.01 * random.nextGaussian());
  }

  private Path test() {
    return temporary.resolve("test");
  }

  private RunDirectory directory(String part) {
    return RunDirectory.open(test().resolve(part));
  }

  private Run run(String part) {
    return directory(part).load();
  }
}
