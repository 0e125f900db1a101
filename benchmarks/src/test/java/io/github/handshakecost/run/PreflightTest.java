package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Warning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {

  private static final long MEMORY = 8L << 30;
  private static final Ports AMPLE = new Ports(28_232, true, 1000);

  @Test
  void machineOfTheTestPasses() {
    assertThatCode(() -> Preflight.check(true)).doesNotThrowAnyException();
  }

  @Test
  void ampleMachineIsWarnedOfNothing() {
    assertThat(Preflight.check(true, machine(2, MEMORY, 1024, AMPLE))).isEmpty();
  }

  @Test
  void tooFewDescriptorsAreRefusedWithTheRemedy() {
    assertThatThrownBy(() -> Preflight.check(false, machine(2, MEMORY, 255, AMPLE)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("255", "256", "ulimit -n 4096");
    assertThatCode(() -> Preflight.check(false, machine(2, MEMORY, 256, AMPLE)))
        .doesNotThrowAnyException();
  }

  @Test
  void oneCoreIsAWarning() {
    assertThat(Preflight.check(false, machine(1, MEMORY, 1024, AMPLE)))
        .extracting(Warning::cause)
        .singleElement()
        .asString()
        .startsWith("1 core");
  }

  @Test
  void scarceMemoryIsAWarning() {
    assertThat(Preflight.check(false, machine(2, 512L << 20, 1024, AMPLE)))
        .extracting(Warning::cause)
        .containsExactly("only 512 MiB of memory for two JVMs");
  }

  /** Where the ports of a minute hold what a fork opens, those of a second do. */
  @Test
  void portsOfThisMachineAreEnoughForAFewConnections() {
    assertThatCode(() -> Preflight.requirePorts(new Connections(10, Duration.ofSeconds(4), 16)))
        .doesNotThrowAnyException();
  }

  @Test
  void temporaryFolderThatTakesNoFileIsRefusedWithTheRemedy(@TempDir Path folder) {
    final Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> Preflight.requireTemporaryFolder(missing))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(missing.toString(), "-Djava.io.tmpdir=DIR");
  }

  @Test
  void temporaryFolderIsLeftAsItWas(@TempDir Path folder) {
    Preflight.requireTemporaryFolder(folder);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void systemThatHidesItsPortsIsAWarningForAPlanThatNeedsThem() {
    final Resources silent = new Resources(2, MEMORY, Optional.empty(), Optional.empty());

    assertThat(Preflight.check(true, silent)).hasSize(1);
    assertThat(Preflight.check(false, silent)).isEmpty();
  }

  private static Resources machine(int cores, long memory, long descriptors, Ports ports) {
    return new Resources(cores, memory, Optional.of(descriptors), Optional.of(ports));
  }
}
