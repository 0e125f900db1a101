package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.environment.PrivateValues;
import io.github.handshakecost.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for what is private in every file that a real run leaves behind. */
final class RunPrivacyTest {
  private static final String PASSWORD = "planted-password";
  private static final String HOST = "planted-host";

  @TempDir private Path temporary;

  @Test
  void noFileOfARunTellsWhatIsPrivate() throws IOException {
    final Path directory = temporary.resolve("run");
    final String arguments =
        String.join(
            " ",
            "-Djava.net.socks.password=" + PASSWORD,
            "-Djava.rmi.server.hostname=" + HOST,
            "-Dwhere=" + temporary,
            JavaCommand.SHORT_LIVED,
            "-Xlog:gc:file=" + temporary.resolve("gc.log"));

    final Console console = run(directory, arguments);

    assertThat(console.exitCode()).as(console.err()).isZero();
    final Set<String> secrets = new TreeSet<>(PrivateValues.directories());
    secrets.addAll(List.of(PASSWORD, HOST, temporary.toString(), "gc.log"));
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(6)
          .allSatisfy(
              file ->
                  assertThat(PrivateValues.in(Files.readString(file), secrets))
                      .as("in " + file.getFileName())
                      .isEmpty());
    }
    assertThat(RunDirectory.open(directory).load().forks())
        .isNotEmpty()
        .allSatisfy(
            fork ->
                assertThat(fork.jmh().jvmArgs())
                    .contains(
                        "-Djava.net.socks.password=<masked>", "-Dhandshakecost.warmUpMillis=100"));
  }

  private static Console run(Path directory, String arguments) {
    return Console.run(
        "run",
        "--quick",
        "--rounds",
        "3",
        "--warm-up",
        "100ms",
        "--out",
        directory.toString(),
        "-p",
        "client=raw-socket",
        "-p",
        "policy=pooled",
        "-p",
        "protocol=http",
        "-i",
        "3",
        "-r",
        "20ms",
        "-jvmArgsAppend",
        arguments);
  }
}
