package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Warning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {

  private static final long MEMORY = 8L << 30;

  @Test
  void machineOfTheTestPasses() {
    assertThatCode(() -> Preflight.check()).doesNotThrowAnyException();
  }

  @Test
  void largeMachineHasNoWarnings() {
    assertThat(Preflight.warnings(2, MEMORY)).isEmpty();
  }

  @Test
  void tooFewDescriptorsAreRefusedWithTheRemedy() {
    assertThatThrownBy(() -> Preflight.requireDescriptors(255))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("255", "256", "ulimit -n 4096");
    assertThatCode(() -> Preflight.requireDescriptors(256)).doesNotThrowAnyException();
  }

  @Test
  void oneCoreIsAWarning() {
    assertThat(Preflight.warnings(1, MEMORY))
        .extracting(Warning::cause)
        .singleElement()
        .asString()
        .startsWith("1 core");
  }

  @Test
  void scarceMemoryIsAWarning() {
    assertThat(Preflight.warnings(2, 512L << 20))
        .extracting(Warning::cause)
        .containsExactly("only 512 MiB of memory for two JVMs");
  }

  @Test
  void missingTemporaryFolderIsRefusedWithTheRemedy(@TempDir Path folder) {
    final Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> Preflight.requireTemporaryFolder(missing))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(missing.toString(), "-Djava.io.tmpdir=DIR");
  }

  @Test
  void temporaryFolderStaysEmpty(@TempDir Path folder) {
    Preflight.requireTemporaryFolder(folder);

    assertThat(folder).isEmptyDirectory();
  }
}
