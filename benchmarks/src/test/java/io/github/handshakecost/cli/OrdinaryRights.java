package io.github.handshakecost.cli;

import io.github.handshakecost.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The program as somebody whom the rights of files bind, also where the tests are root's. */
final class OrdinaryRights {
  private static final List<String> WITHOUT_CAPABILITIES =
      List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all");

  private OrdinaryRights() {}

  /** Runs a command in a JVM of its own, or skips the test where rights bind nobody. */
  static Console run(Path temporary, String... args) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix(temporary));
    command.addAll(JavaCommand.of(List.of(), Main.class, args));
    final Path err = Files.createTempFile(temporary, "err", "");
    final Process program = new ProcessBuilder(command).redirectError(err.toFile()).start();
    final String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Console(program.waitFor(), out, Files.readString(err));
  }

  private static List<String> prefix(Path temporary) throws IOException, InterruptedException {
    final Path locked = Files.createTempDirectory(temporary, "locked");
    Assumptions.assumeTrue(locked.toFile().setReadable(false), "rights are not kept here");
    if (!Files.isReadable(locked)) {
      return List.of();
    }
    final List<String> probe = new ArrayList<>(WITHOUT_CAPABILITIES);
    probe.addAll(List.of("ls", locked.toString()));
    Assumptions.assumeTrue(fails(probe), "setpriv does not take root's rights away");
    return WITHOUT_CAPABILITIES;
  }

  private static boolean fails(List<String> probe) throws InterruptedException {
    try {
      return new ProcessBuilder(probe)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          != 0;
    } catch (IOException e) {
      return false;
    }
  }
}
