package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.trial.Affinity.LibC;
import io.github.handshakecost.trial.Affinity.PlacementRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AffinityRefusalTest {
  private static final int NOT_PERMITTED = 1;

  @Test
  void sandboxThatForbidsPinningIsNamedWithItsRemedy() {
    assertThat(Affinity.refusal(() -> new Sandbox(false)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .contains("cannot pin this thread to CPU 0,65", "errno 1")
                    .contains("seccomp", "placement=free"));
  }

  @Test
  void sandboxThatForbidsReadingIsNamedWithItsRemedy() {
    assertThatThrownBy(() -> Affinity.allowed(new Sandbox(true)))
        .isInstanceOf(PlacementRefusedException.class)
        .hasMessageContaining("cannot read")
        .hasMessageContaining("seccomp");
  }

  @Test
  void systemOtherThanLinuxIsRefused() {
    assertThat(Affinity.refusal(() -> LibC.load("c", false)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("no sched_setaffinity", "Linux"));
  }

  @Test
  void nativeCodeThatDoesNotLoadIsRefused() {
    assertThat(Affinity.refusal(() -> LibC.load("no-such-library", true)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("no-such-library", "noexec"));
  }

  /** In a new JVM, because native code that has loaded once stays loaded. */
  @Test
  void nativeCodeThatCannotBeUnpackedIsRefused() throws Exception {
    final Process process =
        new ProcessBuilder(JavaCommand.of(List.of("-Djna.tmpdir=/dev/null/nowhere"), Asking.class))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).contains("cannot pin threads to a CPU", "noexec");
    assertThat(process.waitFor()).isZero();
  }

  static final class Asking {
    private Asking() {}

    public static void main(String[] args) {
      System.out.println(Affinity.refusal().orElse("none"));
    }
  }

  /** A system with CPUs 0 and 65 that forbids the same calls as a seccomp profile. */
  private record Sandbox(boolean forbidsReading) implements LibC {

    @Override
    public int sched_getaffinity(int thread, NativeLong bytes, long[] mask) {
      if (forbidsReading) {
        throw new LastErrorException(NOT_PERMITTED);
      }
      mask[0] = 1L;
      mask[1] = 2L;
      return 0;
    }

    @Override
    public int sched_setaffinity(int thread, NativeLong bytes, long[] mask) {
      throw new LastErrorException(NOT_PERMITTED);
    }
  }
}
