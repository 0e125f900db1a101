package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class KernelCountersTest {
  private static final List<String> SNMP =
      List.of(
          "Ip: Forwarding DefaultTTL",
          "Ip: 1 64",
          "Tcp: RtoAlgorithm ActiveOpens PassiveOpens InSegs OutSegs RetransSegs",
          "Tcp: 1 11 11 200 210 3");
  private static final List<String> NETSTAT =
      List.of(
          "TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPSynRetrans",
          "TcpExt: 0 5 6 2",
          "IpExt: InNoRoutes",
          "IpExt: 0");

  @Test
  void countersAreFoundByTheirNames() {
    assertThat(KernelCounters.parse(SNMP, NETSTAT)).isEqualTo(new KernelCounters(11, 210, 3, 11));
  }

  @Test
  void differencesAreOfEachCounter() {
    assertThat(KernelCounters.parse(SNMP, NETSTAT).minus(new KernelCounters(1, 10, 1, 1)))
        .isEqualTo(new KernelCounters(10, 200, 2, 10));
  }

  @Test
  void retransmissionsAndOverflowsAreLosses() {
    assertThat(KernelCounters.parse(SNMP, NETSTAT).losses()).isEqualTo(14);
  }

  @Test
  void missingCounterIsNamed() {
    assertThatThrownBy(() -> KernelCounters.parse(SNMP, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this kernel does not count ListenOverflows");
  }

  @Test
  void countersOfThisKernelAreRead() {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/net/snmp")), "there is no /proc/self/net/snmp here");
    final KernelCounters before = KernelCounters.read();

    assertThat(KernelCounters.read().minus(before).segments()).isNotNegative();
  }
}
