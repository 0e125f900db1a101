package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The margin over a guessed rate is a quarter. */
final class PortCheckTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  /** A hardened host, and the quick plan on it: 57,750 of 451,712 ports. */
  @Test
  void quickForkNeedsNoReuse() {
    passes(new Connections(10_000, Duration.ofMillis(4_620), 16), ports(28_232, false));
  }

  @Test
  void withoutReuseTheConnectionsOfAForkMustFitThePortsOfAllAddresses() {
    final Connections opened = new Connections(1_000, Duration.ofSeconds(8), 10);

    passes(opened, ports(1_000, false));
    refused(
        opened,
        ports(999, false),
        "999 ephemeral ports towards each of 10 addresses",
        "10000 that a fork needs",
        "1000 connections per second for 8.0 s",
        "for 60.0 s",
        "net.ipv4.tcp_tw_reuse=2");
  }

  @Test
  void ofALongForkOnlyTheLastMinuteCounts() {
    passes(new Connections(1_000, LONG, 1), ports(75_000, false));
    refused(new Connections(1_000, LONG, 1), ports(74_999, false), "75000");
  }

  @Test
  void withReuseTheConnectionsOfOneDelayMustFit() {
    passes(new Connections(10_000, LONG, 10), ports(1_250, true));
    refused(
        new Connections(10_000, LONG, 10),
        ports(1_249, true),
        "1249 ephemeral ports",
        "12500",
        "for 1.0 s",
        "ip_local_port_range");
  }

  @Test
  void shorterReuseDelayNeedsFewerPorts() {
    passes(new Connections(10_000, LONG, 1), new Ports(1_250, true, 100));
  }

  @Test
  void forkThatIsOverBeforeTheDelayNeedsFewerPorts() {
    passes(new Connections(10_000, Duration.ofMillis(100), 1), ports(1_250, true));
  }

  private static void passes(Connections opened, Ports ports) {
    assertThatCode(() -> PortCheck.require(opened, ports)).doesNotThrowAnyException();
  }

  private static void refused(Connections opened, Ports ports, String... words) {
    assertThatThrownBy(() -> PortCheck.require(opened, ports))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(words);
  }

  private static Ports ports(int range, boolean reuse) {
    return new Ports(range, reuse, 1000);
  }
}
