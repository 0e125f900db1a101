package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JMH's own command line, in a new JVM: after a mistake it ends the JVM. */
final class JmhCommandTest {
  @Test
  void helpIsPrintedByJmh() throws Exception {
    for (final String help : List.of("-h", "--help")) {
      final Process program =
          new ProcessBuilder(JavaCommand.of(List.of(), Main.class, HandshakeCost.JMH, help))
              .redirectErrorStream(true)
              .start();

      assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("Usage: java -jar ... [regexp*] [options]");
      assertThat(program.waitFor()).isZero();
    }
  }
}
