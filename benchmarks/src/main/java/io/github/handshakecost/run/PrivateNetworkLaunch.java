package io.github.handshakecost.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a program again in a private network, where it can measure at a distance. */
public final class PrivateNetworkLaunch {
  private static final long SAVES_WITHIN_SECONDS = 30;

  /** Netty identifies its host by a hardware address, and warns if no interface has one. */
  private static final String NO_HARDWARE_ADDRESS = "-Dio.netty.machineId=00:00:00:00:00:00:00:01";

  private PrivateNetworkLaunch() {}

  /**
   * Runs a program behind the prefix, in this JVM's configuration, and passes Ctrl-C and SIGTERM on
   * to it.
   *
   * @return its exit code
   */
  public static int run(List<String> prefix, Class<?> program, List<String> args)
      throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add(NO_HARDWARE_ADDRESS);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(QuietJmh.forkArguments(Runtime.version().feature()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(args);
    final Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "private-network-launch"));
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
