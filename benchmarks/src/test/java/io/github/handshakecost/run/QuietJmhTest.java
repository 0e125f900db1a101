package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;

class QuietJmhTest {

  @Test
  void onlyJdksThatWarnAreGivenTheOption() {
    assertThat(QuietJmh.forkArguments(17)).isEmpty();
    assertThat(QuietJmh.forkArguments(21)).isEmpty();
    assertThat(QuietJmh.forkArguments(25)).containsExactly("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void jvmThatWasStartedWithoutTheOptionPrintsNothing() throws Exception {
    final Process program =
        new ProcessBuilder(JavaCommand.of(List.of(), LoadsJmh.class))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(program.waitFor()).isZero();
  }

  static final class LoadsJmh {
    private LoadsJmh() {}

    public static void main(String[] args) throws ClassNotFoundException {
      QuietJmh.quieten();
      Class.forName(BenchmarkParams.class.getName());
    }
  }
}
