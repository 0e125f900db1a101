package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class HarnessTest {

  @Test
  void parentAndItsParentsAreAlive() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> {
              assertThatCode(() -> Harness.requireAlive(parent.pid())).doesNotThrowAnyException();
              parent
                  .parent()
                  .ifPresent(
                      further ->
                          assertThatCode(() -> Harness.requireAlive(further.pid()))
                              .doesNotThrowAnyException());
            });
  }

  @Test
  void processThatIsOverIsFound() throws Exception {
    final Process ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();

    assertThatThrownBy(() -> Harness.requireAlive(ended.pid()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("process " + ended.pid() + ", has ended");
  }
}
