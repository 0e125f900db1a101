package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlGroupTest {

  private static final String V1_MEMBERSHIPS =
      "4:memory:/jobs/one\n1:cpu,cpuacct:/jobs/one\n0::/\n";

  private final FakeSystem system;

  ControlGroupTest(@TempDir Path root) {
    system = new FakeSystem(root);
  }

  @Test
  void unifiedHierarchyTakesTheTightestLimitOnTheWayUp() {
    system
        .with("proc/self/cgroup", "0::/jobs/one\n")
        .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
        .with("sys/fs/cgroup/jobs/cpu.max", "150000 100000\n")
        .with("sys/fs/cgroup/jobs/one/cpu.max", "max 100000\n")
        .with("sys/fs/cgroup/jobs/memory.max", "max\n")
        .with("sys/fs/cgroup/jobs/one/memory.max", "536870912\n");

    assertThat(described()).isEqualTo(limits("v2", 1.5, 536_870_912L));
  }

  @Test
  void unifiedHierarchyWithoutLimitsSaysNone() {
    system
        .with("proc/self/cgroup", "0::/\n")
        .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");

    assertThat(described()).isEqualTo(limits("v2", "none", "none"));
  }

  @Test
  void containerThatReadsMaxSaysNone() {
    container().with("sys/fs/cgroup/cpu.max", "max 100000\n");
    system.with("sys/fs/cgroup/memory.max", "max\n");

    assertThat(described()).isEqualTo(limits("v2", "none", "none"));
  }

  @Test
  void limitThatCannotBeReadIsUnknown() {
    container().with("sys/fs/cgroup/cpu.max/unreadable", "");
    system.with("sys/fs/cgroup/memory.max", "as much as you like\n");

    assertThat(described()).isEqualTo(limits("v2", "unknown", "unknown"));
  }

  @Test
  void unreadableLimitMayBeTighterThanAReadOne() {
    system
        .with("proc/self/cgroup", "0::/jobs/one\n")
        .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
        .with("sys/fs/cgroup/jobs/cpu.max/unreadable", "")
        .with("sys/fs/cgroup/jobs/one/cpu.max", "150000 100000\n")
        .with("sys/fs/cgroup/jobs/memory.max/unreadable", "")
        .with("sys/fs/cgroup/jobs/one/memory.max", "max\n");

    assertThat(described()).isEqualTo(limits("v2", "unknown", "unknown"));
  }

  @Test
  void containerDoesNotSeeWhatLimitsItFromOutside() {
    container();

    assertThat(described()).isEqualTo(limits("v2", "unknown", "unknown"));
  }

  private FakeSystem container() {
    return system
        .with("proc/self/cgroup", "0::/\n")
        .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
        .with("sys/fs/cgroup/cgroup.type", "domain\n");
  }

  @Test
  void olderHierarchyTakesTheTightestLimitOnTheWayUp() {
    system
        .with("proc/self/cgroup", V1_MEMBERSHIPS)
        .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
        .with("sys/fs/cgroup/cpu/jobs/one/cpu.cfs_quota_us", "50000\n")
        .with("sys/fs/cgroup/cpu/jobs/one/cpu.cfs_period_us", "100000\n")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
        .with("sys/fs/cgroup/memory/jobs/memory.limit_in_bytes", "1073741824\n");

    assertThat(described()).isEqualTo(limits("v1", 0.5, 1_073_741_824L));
  }

  @Test
  void olderHierarchyWithoutLimitsSaysNone() {
    system
        .with("proc/self/cgroup", V1_MEMBERSHIPS)
        .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

    assertThat(described()).isEqualTo(limits("v1", "none", "none"));
  }

  @Test
  void hierarchyThatIsNotMountedHereIsUnknown() {
    system.with("proc/self/cgroup", V1_MEMBERSHIPS);

    assertThat(described()).isEqualTo(limits("v1", "unknown", "unknown"));
  }

  @Test
  void groupOutsideTheNamespaceIsReadAtItsMount() {
    system
        .with("proc/self/cgroup", "0::/../../other\n")
        .with("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
        .with("sys/fs/cgroup/memory.max", "4096\n")
        .with("other/memory.max", "1\n");

    assertThat(described()).isEqualTo(limits("v2", "none", 4096L));
  }

  @Test
  void systemWithoutControlGroupsIsUnknown() {
    assertThat(described()).isEqualTo(limits("unknown", "unknown", "unknown"));
  }

  private Map<String, Object> described() {
    return ControlGroup.describe(system.files());
  }

  private static Map<String, Object> limits(String version, Object cpu, Object memory) {
    return Map.of("version", version, "cpuLimit", cpu, "memoryLimit", memory);
  }
}
