package io.github.handshakecost.cli;

import io.github.handshakecost.run.QuietJmh;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This program once more, with the same arguments, in a place that a prefix makes. */
final class Reexecution {
  private static final long SAVES_WITHIN_SECONDS = 30;

  /** Netty names its host by a hardware address, and warns where no interface has one. */
  private static final String NO_HARDWARE_ADDRESS = "-Dio.netty.machineId=00:00:00:00:00:00:00:01";

  private Reexecution() {}

  /**
   * Waits for its end. Ctrl-C and SIGTERM are handed on, and awaited.
   *
   * @return its exit code
   */
  static int run(List<String> prefix, List<String> args) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add(NO_HARDWARE_ADDRESS);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(QuietJmh.forkArguments(Runtime.version().feature()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(args);
    final Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "reexecution"));
    return process.waitFor();
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(SAVES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
