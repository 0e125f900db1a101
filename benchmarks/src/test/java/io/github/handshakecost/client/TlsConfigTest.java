package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.TlsConfig.Trust;
import org.junit.jupiter.api.Test;

final class TlsConfigTest {

  @Test
  void bundleIsThatOfTheJdkAndNewEachTime() throws Exception {
    assertThat(Trust.BUNDLE.anchors().size()).isGreaterThan(50);
    assertThat(Trust.BUNDLE.anchors()).isNotSameAs(Trust.BUNDLE.anchors());
    assertThat(Trust.ONE.anchors().size()).isZero();
  }
}
