package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatingSystemTest {

  private static final String CPUS = "sys/devices/system/cpu/";

  private final FakeSystem system;

  OperatingSystemTest(@TempDir Path root) {
    system = new FakeSystem(root);
  }

  @Test
  void modelIsReadFromTheFirstCpu() {
    system.with("proc/cpuinfo", "processor\t: 0\nmodel name\t: First\n\nmodel name\t: Second\n");

    assertThat(described("model")).isEqualTo("First");
  }

  @Test
  void armModelConsistsOfNumbers() {
    system.with("proc/cpuinfo", "processor : 0\nCPU implementer : 0x41\nCPU part : 0xd0c\n");

    assertThat(described("model")).isEqualTo("implementer 0x41 part 0xd0c");
  }

  @Test
  void differentGovernorsAreAllNamed() {
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
  void allowedCpusAreReadFromTheProcess() {
    system.with("proc/self/status", "Name:\tjava\nCpus_allowed:\tf\nCpus_allowed_list:\t0-3\n");

    assertThat(described("allowed")).isEqualTo("0-3");
  }

  @Test
  void guestHasTheHypervisorFlag() {
    system.with("proc/cpuinfo", "flags : fpu vme\n");
    assertThat(described("virtualisation")).isEqualTo("none");

    system.with("proc/cpuinfo", "flags : fpu hypervisor vme\n");
    assertThat(described("virtualisation")).isEqualTo("virtual machine, maker unknown");

    system.with("sys/class/dmi/id/sys_vendor", "QEMU\n");
    assertThat(described("virtualisation")).isEqualTo("virtual machine, maker QEMU");
  }

  @Test
  void limitsAreTheJvms() {
    system.with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");

    assertThat(new OperatingSystem(system.files()).limits())
        .containsEntry("version", "v2")
        .containsEntry("usableCpus", Runtime.getRuntime().availableProcessors())
        .hasEntrySatisfying(
            "usableMemoryBytes",
            bytes ->
                assertThat((long) bytes).isGreaterThanOrEqualTo(Runtime.getRuntime().maxMemory()));
  }

  @Test
  void versionOfTheControlGroupIsReadFromItsMount() {
    assertThat(new OperatingSystem(system.files()).limits()).containsEntry("version", "unknown");

    system.with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");

    assertThat(new OperatingSystem(system.files()).limits()).containsEntry("version", "v1");
  }

  private Object described(String key) {
    return new OperatingSystem(system.files()).processor().getOrDefault(key, "absent");
  }
}
