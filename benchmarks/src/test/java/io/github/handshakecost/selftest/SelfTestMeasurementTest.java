package io.github.handshakecost.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SelfTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelfTestMeasurementTest {
  private final SimulatedMachine machine = new SimulatedMachine();
  private final Notes notes = new Notes();
  private Duration forkTakes = Duration.ofMinutes(1);
  private long nanos;

  @Test
  void twentyPairsAreMeasuredWithATenthOfTheExchangeOfThisMachine() {
    measure(SelfTestPart.PAIRS);

    assertThat(machine.forks()).hasSize(1 + SelfTestPart.PAIRS.effort().leastRounds());
    assertThat(machine.forks().get(0)).isEqualTo("alone");
    assertThat(machine.forks().get(1)).matches("pairs x60 1[45]\\d\\d,0");
    assertThat(notes.last().holds()).isTrue();
  }

  @Test
  void delayInTheHandshakeIsFiveMilliseconds() {
    measure(SelfTestPart.EFFECTS);

    assertThat(machine.forks()).containsOnly("effects x2 0,5000000");
    assertThat(notes.last().holds()).isTrue();
  }

  @Test
  void eachCellIsMeasuredInItsGroupAndAlone() {
    machine.withNoise(0);
    measure(SelfTestPart.SHARING);

    assertThat(machine.forks().subList(0, 13))
        .contains(
            "alone",
            "sharing-httpclient5 x4 0,0",
            "sharing-raw-socket-protocol-http-policy-pooled x1 0,0",
            "sharing-raw-socket-protocol-tls1.3-policy-new-client x1 0,0");
    assertThat(notes.saved).contains("sharing-raw-socket-tls1.3-new-client 1");
    assertThat(notes.last().holds()).isTrue();
  }

  @Test
  void cellThatIsPreciseIsNoLongerMeasuredAlone() {
    machine.withNoise(0.04);
    forkTakes = Duration.ofSeconds(1);
    measure(SelfTestPart.SHARING);

    final SelfTest.Sharing sharing = (SelfTest.Sharing) notes.last();
    assertThat(sharing.cells()).hasSize(8);
    assertThat(machine.forks().stream().filter("alone"::equals).count())
        .isEqualTo(sharing.cells().stream().mapToInt(SelfTest.Shared::rounds).sum());
    assertThat(sharing.cells().stream().mapToInt(SelfTest.Shared::rounds).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void machineThatTellsACellFromItselfFails() {
    machine.withSecondArm(1.1);
    measure(SelfTestPart.PAIRS);

    assertThat(notes.last().holds()).isFalse();
  }

  @Test
  void machineThatMissesDelaysFails() {
    machine.deaf();
    measure(SelfTestPart.PAIRS);
    assertThat(notes.last().holds()).isFalse();

    measure(SelfTestPart.EFFECTS);
    assertThat(notes.last().holds()).isFalse();
  }

  @Test
  void machineWhoseCellsAreSlowerTogetherFails() {
    machine.withSharing(1.1).withNoise(0.005);
    measure(SelfTestPart.SHARING);

    assertThat(notes.last().precise()).isTrue();
    assertThat(notes.last().holds()).isFalse();
  }

  @Test
  void noisyMachineIsMeasuredUntilItsTimeIsOver() {
    machine.withNoise(0.5);
    measure(SelfTestPart.PAIRS);

    assertThat(notes.last().holds()).isFalse();
    assertThat(notes.left).isSortedAccordingTo((a, b) -> b.compareTo(a));
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

  private void measure(SelfTestPart part) {
    new SelfTestMeasurement(part, machine, notes, 42, () -> nanos).measure();
  }

  private final class Notes implements SelfTestMeasurement.Listener {
    private final List<String> saved = new ArrayList<>();
    private final List<Duration> left = new ArrayList<>();
    private final List<SelfTest.Part> found = new ArrayList<>();

    @Override
    public void starting(String name, int round, Duration most) {
      left.add(most);
    }

    @Override
    public void measured(String name, int round, List<ForkRecord> arms) {
      nanos += forkTakes.toNanos();
      saved.add(name + " " + round);
    }

    @Override
    public void found(SelfTest.Part part) {
      found.add(part);
    }

    SelfTest.Part last() {
      return found.get(found.size() - 1);
    }
  }
}
