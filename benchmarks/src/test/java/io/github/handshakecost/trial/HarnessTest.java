package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

  /** In a new JVM, because native code that has loaded once stays loaded. */
  @Test
  void forkWithoutNativeCodeGoesOn() throws Exception {
    final Process process =
        new ProcessBuilder(JavaCommand.of(List.of("-Djna.tmpdir=/dev/null/nowhere"), Fork.class))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEqualTo("goes on");
    assertThat(process.waitFor()).isZero();
  }

  static final class Fork {
    private Fork() {}

    public static void main(String[] args) {
      Harness.endWith(ProcessHandle.current().parent().orElseThrow().pid());
      System.out.print("goes on");
    }
  }
}
