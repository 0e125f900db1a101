package io.github.handshakecost.environment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Limits in the older hierarchies, one for each controller; Linux, admin-guide/cgroup-v1. */
final class ControlGroupV1 {

  /** The kernel writes "no limit" as the largest long, rounded down to a page. */
  private static final long UNLIMITED_BYTES = 1L << 62;

  private ControlGroupV1() {}

  /** In CPUs; a quota of -1 is none. */
  static Object cpuLimit(SystemFiles files, String group) {
    final List<Double> limits =
        new GroupPath("sys/fs/cgroup/cpu", group)
            .directories()
            .flatMap(directory -> cpus(files, directory).stream())
            .toList();
    return tightest(limits, Double.POSITIVE_INFINITY);
  }

  /** In bytes. */
  static Object memoryLimit(SystemFiles files, String group) {
    final List<Long> limits =
        new GroupPath("sys/fs/cgroup/memory", group)
            .directories()
            .flatMap(directory -> number(files, directory + "/memory.limit_in_bytes").stream())
            .map(bytes -> bytes >= UNLIMITED_BYTES ? Long.MAX_VALUE : bytes)
            .toList();
    return tightest(limits, Long.MAX_VALUE);
  }

  private static Optional<Double> cpus(SystemFiles files, String directory) {
    final Optional<Long> period = number(files, directory + "/cpu.cfs_period_us");
    return number(files, directory + "/cpu.cfs_quota_us")
        .flatMap(
            quota ->
                quota < 0
                    ? Optional.of(Double.POSITIVE_INFINITY)
                    : period.map(micros -> (double) quota / micros));
  }

  private static Optional<Long> number(SystemFiles files, String file) {
    return files.read(file).flatMap(GroupPath::number);
  }

  /** Even the root says what it allows here, so that no figure at all means not known. */
  private static <T extends Comparable<T>> Object tightest(List<T> limits, T unlimited) {
    if (limits.isEmpty()) {
      return SystemFiles.UNKNOWN;
    }
    final T tightest = Collections.min(limits);
    return tightest.equals(unlimited) ? GroupPath.NO_LIMIT : tightest;
  }
}
