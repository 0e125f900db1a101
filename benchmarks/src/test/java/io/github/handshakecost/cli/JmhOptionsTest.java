package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.run.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JmhOptionsTest {
  private static final Effort PLANNED = Plans.QUICK.plan().effort();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void withoutOptionsNothingIsSaved() {
    assertThat(given()).isEmpty();
  }

  @Test
  void everyOptionIsSaved() {
    assertThat(given("-i 3 -r 1 -gc true -si false".split(" ")))
        .containsExactly("-gc true", "-i 3", "-r 1", "-si false");
  }

  @Test
  void orderAndSpellingDoNotMatter() {
    assertThat(given("-r", "50ms", "-i", "3")).isEqualTo(given("--i=3", "-r=50ms"));
  }

  @Test
  void profilersAreSaved() {
    assertThat(given("-prof", "jfr", "-prof", "async:interval=3"))
        .containsExactly("-prof async:interval=3", "-prof jfr");
  }

  @Test
  void profilerThatOnlyPrintsIsRefused() {
    assertThatThrownBy(() -> given("-prof", "stack:lines=3"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("run keeps nothing of -prof stack, ")
        .hasMessageContaining("give jmh RequestBenchmark -prof stack");
  }

  @Test
  void privatePathsAndValuesAreMasked() {
    assertThat(
            given(
                "-jvm",
                JAVA,
                "-jvmArgsAppend",
                "-Xmx256m -Dpassword=secret -Djdk.tls.x=1",
                "-prof",
                "jfr:dir=/home/alice/out;stackDepth=3"))
        .containsExactly(
            "-jvm <masked>",
            "-jvmArgsAppend -Xmx256m -Dpassword=<masked> -Djdk.tls.x=1",
            "-prof jfr:dir=<masked>;stackDepth=3");
  }

  static Stream<String> noJvms() {
    return Stream.of("/nonexistent", "no-such-program", "/", "/etc/passwd", "true", "ls");
  }

  @ParameterizedTest
  @MethodSource("noJvms")
  void programThatIsNoJvmIsRefusedBeforeMeasuring(String jvm) {
    final Console console = Console.run("run", "--quick", "-jvm", jvm);

    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err().lines())
        .containsExactly(
            "-jvm "
                + jvm
                + " is no java command that runs here; give its path, as in -jvm "
                + JAVA);
    assertThat(console.out()).isEmpty();
  }

  @Test
  void blocksOfTheUserReplaceThoseOfThePlan() {
    assertThat(effort("-i", "7", "-r", "250ms"))
        .isEqualTo(PLANNED.withBlocks(7, Duration.ofMillis(250)));
    assertThat(effort()).isEqualTo(PLANNED);
  }

  private static Effort effort(String... arguments) {
    return JmhOptions.parse(List.of(arguments), HandshakeCost.commandLine()).effort(PLANNED);
  }

  private static List<String> given(String... arguments) {
    return JmhOptions.parse(List.of(arguments), HandshakeCost.commandLine()).saved();
  }
}
