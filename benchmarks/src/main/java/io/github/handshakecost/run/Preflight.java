package io.github.handshakecost.run;

import io.github.handshakecost.result.Warning;
import io.github.handshakecost.trial.ThreadUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to hold before a run begins, so that a user learns in the first second and not in the
 * tenth minute that the machine cannot do what was asked.
 */
public final class Preflight {

  /** Jars and selectors of a fork, both ends of its connections, and those still closing. */
  private static final long MIN_DESCRIPTORS = 256;

  /** The harness and a fork are two JVMs; each sets a quarter of the memory aside for its heap. */
  private static final long SCARCE_MEMORY_BYTES = 1L << 30;

  private Preflight() {}

  /**
   * Checks this machine against a plan.
   *
   * @param connects whether the plan opens connections while it measures
   * @return what a reader of the numbers has to know
   * @throws CannotRunException if the run would fail halfway
   */
  public static List<Warning> check(boolean connects) {
    ThreadUsage.missing()
        .ifPresent(
            sentence -> {
              throw new CannotRunException(sentence);
            });
    return check(connects, Resources.ofThisMachine());
  }

  static List<Warning> check(boolean connects, Resources resources) {
    resources.maxDescriptors().ifPresent(Preflight::requireDescriptors);
    return warnings(connects, resources);
  }

  /**
   * Checks that the ports of this machine last for a fork, where it tells of them.
   *
   * @throws CannotRunException if they do not
   */
  public static void requirePorts(Connections opened) {
    Resources.ofThisMachine().ports().ifPresent(ports -> PortCheck.require(opened, ports));
  }

  /**
   * Checks the folder in which JMH keeps its lock and what forks print, and libraries their native
   * code.
   *
   * @throws CannotRunException if no file can be made in it
   */
  public static void requireTemporaryFolder() {
    requireTemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void requireTemporaryFolder(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "handshake-cost-", ".tmp"));
    } catch (IOException e) {
      throw new CannotRunException(
          "no file can be made in %s, where JMH keeps its lock (%s): name another folder with java -Djava.io.tmpdir=DIR"
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  private static void requireDescriptors(long max) {
    if (max < MIN_DESCRIPTORS) {
      throw new CannotRunException(
          "this process may open "
              + max
              + " files, and a run needs "
              + MIN_DESCRIPTORS
              + ": raise the limit with ulimit -n 4096 in the shell that starts it");
    }
  }

  private static List<Warning> warnings(boolean connects, Resources resources) {
    final List<Warning> warnings = new ArrayList<>();
    if (resources.cores() == 1) {
      warnings.add(
          new Warning(
              "1 core for client, server, compiler and collector",
              "give the process 2 cores, or trust differences between policies alone"));
    }
    if (resources.memoryBytes() < SCARCE_MEMORY_BYTES) {
      warnings.add(
          new Warning(
              "only " + (resources.memoryBytes() >> 20) + " MiB of memory for two JVMs",
              "give the process 1024 MiB, or expect collections in every number"));
    }
    if (connects && resources.ports().isEmpty()) {
      warnings.add(
          new Warning(
              "this system does not tell how many ports are free",
              "if a fork fails with 'Cannot assign requested address', widen the range of"
                  + " ephemeral ports or leave that cell out"));
    }
    return List.copyOf(warnings);
  }
}
