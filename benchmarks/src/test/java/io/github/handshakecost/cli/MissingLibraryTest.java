package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A processor for which Conscrypt has no native library. */
final class MissingLibraryTest {
  @ParameterizedTest
  @ValueSource(strings = {"run", "jmh"})
  void isNamedBeforeAnythingIsMeasured(String command) throws Exception {
    final Process program =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-Dos.arch=riscv64", "--enable-native-access=ALL-UNNAMED"),
                    Main.class,
                    command,
                    "-p",
                    "clientTls=conscrypt"))
            .redirectErrorStream(true)
            .start();
    final String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said)
        .startsWith("clientTls=conscrypt has no library for ")
        .contains("riscv64; use clientTls=jdk")
        .hasLineCount(1);
  }
}
