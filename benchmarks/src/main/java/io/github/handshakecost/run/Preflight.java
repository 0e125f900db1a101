package io.github.handshakecost.run;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.trial.ThreadUsage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks before a run, so that it fails in its first second and not in its tenth minute. */
public final class Preflight {

  /** Jars and selectors of a fork, both ends of its connections, and those still closing. */
  private static final long MIN_DESCRIPTORS = 256;

  /** Harness and fork are two JVMs; each reserves a quarter of the memory for its heap. */
  private static final long SCARCE_MEMORY_BYTES = 1L << 30;

  private Preflight() {}

  /**
   * Checks this machine.
   *
   * @return warnings for the reader of the results
   * @throws CannotRunException if the run would fail halfway
   */
  static List<Warning> check() {
    ThreadUsage.missing()
        .ifPresent(
            sentence -> {
              throw new CannotRunException(sentence);
            });
    final OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    if (system instanceof UnixOperatingSystemMXBean unix) {
      requireDescriptors(unix.getMaxFileDescriptorCount());
    }
    return warnings(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize());
  }

  static void requireDescriptors(long most) {
    if (most < MIN_DESCRIPTORS) {
      throw new CannotRunException(
          "this process may open %d files, and a run needs %d: raise the limit with ulimit -n 4096 in the shell that starts it"
              .formatted(most, MIN_DESCRIPTORS));
    }
  }

  static List<Warning> warnings(int cores, long memoryBytes) {
    final List<Warning> warnings = new ArrayList<>();
    if (cores == 1) {
      warnings.add(
          new Warning(
              "1 core for client, server, compiler and garbage collector",
              "give the process 2 cores, or trust only differences between policies"));
    }
    if (memoryBytes < SCARCE_MEMORY_BYTES) {
      warnings.add(
          new Warning(
              "only %d MiB of memory for two JVMs".formatted(memoryBytes >> 20),
              "give the process 1024 MiB, or expect garbage collections in every result"));
    }
    return warnings;
  }

  /**
   * Checks the folder of JMH's lock, of the output of forks and of native libraries.
   *
   * @throws CannotRunException if no file can be created in it
   */
  public static void requireTemporaryFolder() {
    requireTemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void requireTemporaryFolder(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "handshake-cost-", ".tmp"));
    } catch (IOException e) {
      throw new CannotRunException(
          "no file can be created in %s, the folder of JMH's lock (%s): name another folder with java -Djava.io.tmpdir=DIR"
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }
}
