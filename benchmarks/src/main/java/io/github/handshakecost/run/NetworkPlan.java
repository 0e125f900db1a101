package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A plan with the distances that are possible here.
 *
 * @param plan the possible part of what was asked
 * @param prefix of the command that can measure the plan; empty if this process can
 * @param warnings about the rest
 */
public record NetworkPlan(Plan plan, List<String> prefix, List<Warning> warnings) {
  private static final long SAVES_WITHIN_SECONDS = 30;

  /** Netty identifies its host by a hardware address, and warns if no interface has one. */
  private static final String NO_HARDWARE_ADDRESS = "-Dio.netty.machineId=00:00:00:00:00:00:00:01";

  /**
   * Adapts a plan to the network of this process.
   *
   * @param chosen axes whose values the user chose
   * @throws LinkUnavailableException if the user chose a distance that is impossible here
   */
  public static NetworkPlan of(Plan asked, Set<String> chosen) {
    if (asked.cells().stream().noneMatch(NetworkPlan::isDistant)) {
      return new NetworkPlan(asked, List.of(), List.of());
    }
    if (PrivateNetwork.ours()) {
      PrivateNetwork.prepare();
      return new NetworkPlan(asked, List.of(), List.of());
    }
    try {
      return new NetworkPlan(asked, PrivateNetwork.prefix(), List.of());
    } catch (LinkUnavailableException e) {
      if (chosen.contains(Axes.RTT.name())) {
        throw e;
      }
      return new NetworkPlan(
          asked.withCells(asked.cells().stream().filter(cell -> !isDistant(cell)).toList()),
          List.of(),
          List.of(
              new Warning(
                  "nothing was measured at a distance: " + e.getMessage(),
                  "until then all results are of loopback")));
    }
  }

  /** Whether the plan has a cell at a distance. */
  public boolean isDistant() {
    return plan.cells().stream().anyMatch(NetworkPlan::isDistant);
  }

  private static boolean isDistant(Cell cell) {
    return Settings.of(cell.params()).rtt().isDistant();
  }

  /**
   * Runs a program behind the prefix, in this JVM's configuration, and passes Ctrl-C and SIGTERM on
   * to it.
   *
   * @return its exit code
   */
  public int run(Class<?> program, List<String> args) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add(NO_HARDWARE_ADDRESS);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(QuietJmh.forkArguments(Runtime.version().feature()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(args);
    final Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "network-plan"));
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
