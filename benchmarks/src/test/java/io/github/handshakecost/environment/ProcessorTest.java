package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessorTest {

  private static final String CPUS = "sys/devices/system/cpu/";

  private final FakeSystem system;

  ProcessorTest(@TempDir Path root) {
    system = new FakeSystem(root);
  }

  @Test
  void modelIsThatOfTheFirstCpu() {
    system.with("proc/cpuinfo", "processor\t: 0\nmodel name\t: First\n\nmodel name\t: Second\n");

    assertThat(described("model")).isEqualTo("First");
  }

  @Test
  void armIsNamedByItsNumbers() {
    system.with("proc/cpuinfo", "processor : 0\nCPU implementer : 0x41\nCPU part : 0xd0c\n");

    assertThat(described("model")).isEqualTo("implementer 0x41 part 0xd0c");
  }

  @Test
  void governorsThatDifferAreAllNamed() {
    system
        .with(CPUS + "cpu0/cpufreq/scaling_governor", "powersave\n")
        .with(CPUS + "cpu1/cpufreq/scaling_governor", "performance\n")
        .with(CPUS + "cpu2/cpufreq/scaling_governor", "powersave\n");

    assertThat(described("governor")).isEqualTo("performance, powersave");
  }

  @Test
  void cpuWithoutFrequencyScalingHasAnUnknownGovernor() {
    system.with(CPUS + "cpu0/online", "1\n");

    assertThat(described("governor")).isEqualTo("unknown");
  }

  @Test
  void boostIsReadFromEitherDriver() {
    system.with(CPUS + "cpufreq/boost", "1\n");
    assertThat(described("boost")).isEqualTo("on");

    system.with(CPUS + "intel_pstate/no_turbo", "1\n");
    assertThat(described("boost")).isEqualTo("off");
  }

  @Test
  void allowedCpusAreThoseOfTheProcess() {
    system.with("proc/self/status", "Name:\tjava\nCpus_allowed:\tf\nCpus_allowed_list:\t0-3\n");

    assertThat(described("allowed")).isEqualTo("0-3");
  }

  @Test
  void guestIsKnownByTheHypervisorFlag() {
    system.with("proc/cpuinfo", "flags : fpu vme\n");
    assertThat(described("virtualisation")).isEqualTo("none");

    system.with("proc/cpuinfo", "flags : fpu hypervisor vme\n");
    assertThat(described("virtualisation")).isEqualTo("virtual machine, maker unknown");

    system.with("sys/class/dmi/id/sys_vendor", "QEMU\n");
    assertThat(described("virtualisation")).isEqualTo("virtual machine, maker QEMU");
  }

  private Object described(String key) {
    return Processor.describe(system.files()).getOrDefault(key, "left out");
  }
}
