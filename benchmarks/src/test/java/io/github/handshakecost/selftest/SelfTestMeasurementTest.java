package io.github.handshakecost.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.ArmForks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfTestMeasurementTest {
  @TempDir private Path temporary;
  private final SimulatedMachine machine = new SimulatedMachine();
  private final StringWriter err = new StringWriter();
  private Duration forkTakes = Duration.ofMinutes(1);
  private long nanos;
  private int tests;

  @Test
  void twentyPairsAreMeasuredWithATenthOfTheExchangeOfThisMachine() {
    final SelfTest.Part part = measure(SelfTestPart.PAIRS);

    assertThat(machine.forks()).hasSize(1 + SelfTestPart.PAIRS.effort().leastRounds());
    assertThat(machine.forks().get(0)).isEqualTo("alone");
    assertThat(machine.forks().get(1)).matches("pairs x60 1[45]\\d\\d,0");
    assertThat(part.holds()).isTrue();
  }

  @Test
  void delayInTheHandshakeIsFiveMilliseconds() {
    final SelfTest.Part part = measure(SelfTestPart.EFFECTS);

    assertThat(machine.forks()).containsOnly("effects x2 0,5000000");
    assertThat(part.holds()).isTrue();
  }

  @Test
  void eachCellIsMeasuredInItsGroupAndAlone() {
    machine.withNoise(0);
    final SelfTest.Part part = measure(SelfTestPart.SHARING);

    assertThat(machine.forks().subList(0, 13))
        .contains(
            "alone",
            "sharing-httpclient5 x4 0,0",
            "sharing-raw-socket-protocol-http-policy-pooled x1 0,0",
            "sharing-raw-socket-protocol-tls1.3-policy-new-client x1 0,0");
    assertThat(temporary.resolve("test-1/forks"))
        .isDirectoryContaining("glob:**/sharing-raw-socket-tls1.3-new-client-001.json");
    assertThat(part.holds()).isTrue();
  }

  @Test
  void cellThatIsPreciseIsNoLongerMeasuredAlone() {
    machine.withNoise(0.04);
    forkTakes = Duration.ofSeconds(1);
    final SelfTest.Sharing sharing = (SelfTest.Sharing) measure(SelfTestPart.SHARING);

    assertThat(sharing.cells()).hasSize(8);
    assertThat(machine.forks().stream().filter("alone"::equals).count())
        .isEqualTo(sharing.cells().stream().mapToInt(SelfTest.Shared::rounds).sum());
    assertThat(sharing.cells().stream().mapToInt(SelfTest.Shared::rounds).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void machineThatTellsACellFromItselfFails() {
    machine.withSecondArm(1.1);
    final SelfTest.Part part = measure(SelfTestPart.PAIRS);

    assertThat(part.holds()).isFalse();
  }

  @Test
  void machineThatMissesDelaysFails() {
    machine.deaf();
    assertThat(measure(SelfTestPart.PAIRS).holds()).isFalse();
    assertThat(measure(SelfTestPart.EFFECTS).holds()).isFalse();
  }

  @Test
  void machineWhoseCellsAreSlowerTogetherFails() {
    machine.withSharing(1.1).withNoise(0.005);
    final SelfTest.Part part = measure(SelfTestPart.SHARING);

    assertThat(part.precise()).isTrue();
    assertThat(part.holds()).isFalse();
  }

  @Test
  void noisyMachineIsMeasuredUntilItsTimeIsOver() {
    machine.withNoise(0.5);
    final SelfTest.Part part = measure(SelfTestPart.PAIRS);

    assertThat(part.holds()).isFalse();
    assertThat(err.toString()).containsSubsequence("1, at most 9m 30s", "2, at most 8m 30s");
    assertThat(Duration.ofNanos(nanos)).isLessThan(SelfTestPart.PAIRS.effort().budget());
  }

  @Test
  void partsHaveNames() {
    assertThat(SelfTestPart.named("standard"))
        .containsExactly(SelfTestPart.PAIRS, SelfTestPart.EFFECTS);
    assertThat(SelfTestPart.named("all")).containsExactly(SelfTestPart.values());
    assertThat(SelfTestPart.named("sharing")).containsExactly(SelfTestPart.SHARING);
    assertThatThrownBy(() -> SelfTestPart.named("some"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("pairs, effects, sharing, all");
  }

  private SelfTest.Part measure(SelfTestPart part) {
    final SelfTest test =
        new SelfTestRun(
                List.of(part),
                SelfTestDirectory.create(temporary.resolve("test-" + ++tests)),
                42,
                Instant.EPOCH,
                found -> {},
                new PrintWriter(err, true))
            .run(
                (effort, properties) -> {
                  final ArmForks forks = machine.forks(effort, properties);
                  return new ArmForks() {
                    @Override
                    public List<ForkRecord> together(int round, String label, List<Arm> arms) {
                      nanos += forkTakes.toNanos();
                      return forks.together(round, label, arms);
                    }

                    @Override
                    public ForkRecord alone(int round, Cell cell) {
                      nanos += forkTakes.toNanos();
                      return forks.alone(round, cell);
                    }
                  };
                },
                () -> nanos);
    return test.parts().get(0);
  }
}
