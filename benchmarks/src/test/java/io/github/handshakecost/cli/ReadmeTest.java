package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** The program takes the commands that the documents tell people to type. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String PROGRAM = "java -jar benchmarks/target/benchmarks.jar";

  @ParameterizedTest
  @MethodSource("documentedCommands")
  void everyDocumentedCommandIsUnderstood(String command) {
    final String[] args = command.substring(PROGRAM.length()).trim().split("\\s+");
    assertThatCode(() -> parse(command.endsWith(PROGRAM) ? new String[0] : args))
        .as(command)
        .doesNotThrowAnyException();
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
    final List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(readme).contains("mvn verify");
    assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).contains("mvn verify");
  }

  private static void parse(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(JmhCommand.NAME)) {
      new CommandLineOptions(List.of(args).subList(1, args.length).toArray(String[]::new));
    } else {
      HandshakeCost.commandLine().parseArgs(HandshakeCost.withSubcommand(args));
    }
  }

  static Stream<String> documentedCommands() throws IOException {
    return Stream.of(
            ROOT.resolve("README.md"),
            ROOT.resolve("docs/methodology.md"),
            ROOT.resolve("results/README.md"))
        .flatMap(ReadmeTest::lines)
        .filter(line -> line.contains(PROGRAM))
        .map(line -> line.substring(line.indexOf(PROGRAM)).replaceAll("\\s+#.*", "").trim());
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
