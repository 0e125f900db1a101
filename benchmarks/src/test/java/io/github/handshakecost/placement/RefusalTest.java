package io.github.handshakecost.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import io.github.handshakecost.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalTest {

  private static final int NOT_PERMITTED = 1;

  @Test
  void sandboxThatForbidsBindingIsNamedWithItsRemedy() {
    assertThat(Affinity.refusal(() -> new Sandbox(false)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .contains("cannot bind this thread to CPU 0,65", "errno 1")
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

  /** In a JVM of its own: what has loaded once has loaded. */
  @Test
  void nativeCodeThatCannotBeUnpackedIsRefused() throws Exception {
    final Process process =
        new ProcessBuilder(JavaCommand.of(List.of("-Djna.tmpdir=/dev/null/nowhere"), Asking.class))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).contains("cannot bind threads to a CPU", "noexec");
    assertThat(process.waitFor()).isZero();
  }

  static final class Asking {
    private Asking() {}

    public static void main(String[] args) {
      System.out.println(Affinity.refusal().orElse("none"));
    }
  }

  @Test
  void cpusBeyondTheFirstWordAreReadAndWritten() {
    final CpuSet cpus = new CpuSet(List.of(1000, 0, 65));

    assertThat(CpuSet.ofMask(cpus.toMask())).isEqualTo(cpus).hasToString("0,65,1000");
    assertThat(cpus.toMask()).hasSize(16).startsWith(1L, 2L);
  }

  @Test
  void negativeCpuIsNoCpu() {
    assertThatThrownBy(() -> new CpuSet(List.of(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CPU -1");
  }

  /** A system with CPUs 0 and 65 that forbids what a seccomp profile would. */
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
