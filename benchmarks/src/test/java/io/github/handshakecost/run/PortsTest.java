package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.handshakecost.environment.FakeSystem;
import io.github.handshakecost.environment.SystemFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {

  private static final String IPV4 = "proc/sys/net/ipv4/";

  private final FakeSystem system;

  PortsTest(@TempDir Path root) {
    system =
        new FakeSystem(root)
            .with(IPV4 + "ip_local_port_range", "32768\t60999\n")
            .with(IPV4 + "tcp_tw_reuse", "2\n");
  }

  @Test
  void rangeCountsBothOfItsEnds() {
    assertThat(Ports.read(system.files())).contains(new Ports(28_232, true, 1_000));
  }

  @Test
  void reuseSwitchedOffIsSeen() {
    system.with(IPV4 + "tcp_tw_reuse", "0\n");

    assertThat(Ports.read(system.files())).contains(new Ports(28_232, false, 1_000));
  }

  @Test
  void reuseWithoutTimestampsIsNone() {
    system.with(IPV4 + "tcp_timestamps", "0\n");

    assertThat(Ports.read(system.files())).contains(new Ports(28_232, false, 1_000));
  }

  @Test
  void delayIsReadWhereTheKernelHasIt() {
    system.with(IPV4 + "tcp_tw_reuse_delay", "250\n");

    assertThat(Ports.read(system.files())).contains(new Ports(28_232, true, 250));
  }

  @Test
  void systemThatIsNotLinuxTellsNothing(@TempDir Path empty) {
    assertThat(Ports.read(new FakeSystem(empty).files())).isEmpty();
  }

  @Test
  void unreadableFiguresTellNothing() {
    system.with(IPV4 + "ip_local_port_range", "many\n");

    assertThat(Ports.read(system.files())).isEmpty();
  }

  @Test
  void portsOfThisMachineAreCountedWhereItIsLinux() {
    final SystemFiles files = SystemFiles.ofThisMachine();
    assumeTrue(
        files.exists("proc/sys/net/ipv4/tcp_tw_reuse"), "this system does not count its ports");

    assertThat(Ports.read(files))
        .hasValueSatisfying(ports -> assertThat(ports.range()).isBetween(100, 65_535));
  }
}
