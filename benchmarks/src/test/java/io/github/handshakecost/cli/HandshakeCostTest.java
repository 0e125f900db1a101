package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version, and how the program ends. */
class HandshakeCostTest {
  @Test
  void helpNamesTheSubcommandsAndExitCodes() {
    final Console console = Console.run("--help");
    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .contains(
            "run", "report", "compare", "predict", "count", "help", "version", "jmh", "Exit codes");
    assertThat(Console.run("help")).isEqualTo(console);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "report", "compare", "predict", "count"})
  void helpWithASubcommandEqualsItsHelpOption(String command) {
    final Console help = Console.run("help", command);
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: ").isEqualTo(Console.run(command, "--help").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "--version",
        "-V",
        "run --version",
        "report --version",
        "compare --version",
        "predict --version",
        "count --version"
      })
  void versionNamesACommit(String line) {
    final Console console = Console.run(line.split(" "));
    assertThat(console.exitCode()).isZero();
    assertThat(console.out()).startsWith("handshake-cost, commit ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "count"})
  void helpHasNoLineBeyond80Columns(String command) {
    assertThat(Console.run(command, "--help").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void explainedFailureHasNoStackTrace() {
    final StringWriter err = new StringWriter();
    final int code =
        HandshakeCost.explain(
            new LinkNotSteadyException("the link is noisy"), new PrintWriter(err, true));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo("the link is noisy");
  }

  @Test
  void internalErrorAsksForAReport() {
    final StringWriter err = new StringWriter();
    final int code =
        HandshakeCost.explain(new IllegalStateException("a defect"), new PrintWriter(err, true));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("Internal error; please report it with the stack trace below.")
        .contains("IllegalStateException: a defect", "\tat ");
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() {
    final StringWriter err = new StringWriter();
    final PrintWriter full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });

    assertThat(HandshakeCost.run(new String[] {"--version"}, full, new PrintWriter(err, true)))
        .isEqualTo(1);
    assertThat(err.toString().strip()).startsWith("cannot write to standard output");
  }
}
