package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Warning;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PreflightTest {

  private static final double PER_SECOND = 1000;
  private static final long MEMORY = 8L << 30;
  private static final Ports AMPLE = new Ports(28_232, 0, true, 1000);

  @Test
  void machineOfTheTestPasses() {
    assertThatCode(() -> Preflight.check(PER_SECOND)).doesNotThrowAnyException();
  }

  @Test
  void ampleMachineIsWarnedOfNothing() {
    assertThat(Preflight.check(PER_SECOND, machine(2, MEMORY, 1024, AMPLE))).isEmpty();
  }

  @Test
  void tooFewDescriptorsAreRefusedWithTheRemedy() {
    assertThatThrownBy(() -> Preflight.check(0, machine(2, MEMORY, 255, AMPLE)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("255", "256", "ulimit -n 4096");
    assertThatCode(() -> Preflight.check(0, machine(2, MEMORY, 256, AMPLE)))
        .doesNotThrowAnyException();
  }

  @Test
  void oneCoreIsAWarning() {
    assertThat(Preflight.check(0, machine(1, MEMORY, 1024, AMPLE)))
        .extracting(Warning::cause)
        .singleElement()
        .asString()
        .startsWith("1 core");
  }

  @Test
  void scarceMemoryIsAWarning() {
    assertThat(Preflight.check(0, machine(2, 512L << 20, 1024, AMPLE)))
        .extracting(Warning::cause)
        .containsExactly("only 512 MiB of memory for two JVMs");
  }

  @Test
  void withoutReuseOneMinuteOfConnectionsMustFitTheFreePorts() {
    assertThatThrownBy(() -> Preflight.check(400, ports(28_232, 5_000, false)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(
            "23232 free", "28232", "5000 in TIME_WAIT", "24000", "net.ipv4.tcp_tw_reuse=2");
    assertThatCode(() -> Preflight.check(387, ports(28_232, 5_000, false)))
        .doesNotThrowAnyException();
  }

  @Test
  void moreTimeWaitThanPortsLeavesNoneFree() {
    assertThatThrownBy(() -> Preflight.check(1, ports(1_000, 5_000, false)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageStartingWith("0 free ephemeral ports");
  }

  @Test
  void withReuseTheConnectionsOfOneDelayMustFitTheRange() {
    assertThatThrownBy(() -> Preflight.check(1_000, ports(1_249, 1_249, true)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("1249", "1250", "1000 connections", "ip_local_port_range");
    assertThatCode(() -> Preflight.check(1_000, ports(1_250, 1_250, true)))
        .doesNotThrowAnyException();
  }

  @Test
  void shorterReuseDelayNeedsFewerPorts() {
    assertThatCode(
            () -> Preflight.check(10_000, machine(2, MEMORY, 1024, new Ports(1_250, 0, true, 100))))
        .doesNotThrowAnyException();
  }

  @Test
  void planThatKeepsItsConnectionsNeedsNoPorts() {
    assertThatCode(() -> Preflight.check(0, ports(1, 1, false))).doesNotThrowAnyException();
  }

  @Test
  void systemThatHidesItsPortsIsAWarningForAPlanThatNeedsThem() {
    final Resources silent = new Resources(2, MEMORY, Optional.empty(), Optional.empty());

    assertThat(Preflight.check(PER_SECOND, silent)).hasSize(1);
    assertThat(Preflight.check(0, silent)).isEmpty();
  }

  private static Resources ports(int range, int timeWait, boolean reuse) {
    return machine(2, MEMORY, 1024, new Ports(range, timeWait, reuse, 1000));
  }

  private static Resources machine(int cores, long memory, long descriptors, Ports ports) {
    return new Resources(cores, memory, Optional.of(descriptors), Optional.of(ports));
  }
}
