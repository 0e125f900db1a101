package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColdTaskTest {
  private static final ColdTask TASK =
      new ColdTask(
          "NEW_CLIENT",
          "RAW_SOCKET",
          URI.create("https://localhost:4711"),
          List.of(InetAddress.getLoopbackAddress()),
          "TLSv1.3",
          "-----BEGIN CERTIFICATE-----",
          "secret",
          new ExpectedResponse("/bytes/16", 16, 0x1234_5678_9abcL),
          List.of(1, 1000));

  @Test
  void taskIsReadAsItWasWritten() throws IOException {
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    TASK.writeTo(written);

    assertThat(ColdTask.readFrom(new ByteArrayInputStream(written.toByteArray())))
        .usingRecursiveComparison()
        .isEqualTo(TASK);
  }

  @Test
  void tokenIsNotPrinted() {
    assertThat(TASK).hasToString("NEW_CLIENT https://localhost:4711 TLSv1.3");
  }

  @Test
  void windowIsWithinTenPercent() {
    assertThat(List.of(1, 2, 5, 10, 100, 1000))
        .extracting(ColdTask::first)
        .containsExactly(1, 2, 5, 9, 90, 900);
    assertThat(List.of(1, 2, 5, 10, 100, 1000))
        .extracting(ColdTask::last)
        .containsExactly(1, 2, 5, 11, 110, 1100);
  }
}
