package io.github.handshakecost.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Limits in the unified hierarchy; Linux, Documentation/admin-guide/cgroup-v2.rst. */
final class ControlGroupV2 {

  private static final String MOUNT = "sys/fs/cgroup";
  private static final String MAX = "max";

  private ControlGroupV2() {}

  static boolean mounted(SystemFiles files) {
    return files.exists(MOUNT + "/cgroup.controllers");
  }

  /** In CPUs: {@code cpu.max} is {@code QUOTA PERIOD}, where the quota may be {@code max}. */
  static Object cpuLimit(SystemFiles files, String group) {
    return limit(files, group, "cpu.max", ControlGroupV2::cpus);
  }

  /** In bytes. */
  static Object memoryLimit(SystemFiles files, String group) {
    return limit(files, group, "memory.max", GroupPath::number);
  }

  private static Optional<Double> cpus(String text) {
    final String[] fields = text.split(" ", -1);
    return fields.length == 2
        ? GroupPath.number(fields[0])
            .flatMap(quota -> GroupPath.number(fields[1]).map(period -> (double) quota / period))
        : Optional.empty();
  }

  /** A group without the file has no limit of its own. */
  private static <T extends Comparable<T>> Object limit(
      SystemFiles files, String group, String file, Function<String, Optional<T>> read) {
    final List<T> limits = new ArrayList<>();
    boolean told = mountIsRoot(files);
    for (final String directory : new GroupPath(MOUNT, group).directories().toList()) {
      final String path = directory + "/" + file;
      if (files.exists(path)) {
        final String text = files.read(path).orElse("");
        final Optional<T> limit = read.apply(text);
        if (limit.isEmpty() && !text.startsWith(MAX)) {
          return SystemFiles.UNKNOWN;
        }
        limit.ifPresent(limits::add);
        told = true;
      }
    }
    if (!limits.isEmpty()) {
      return Collections.min(limits);
    }
    return told ? GroupPath.NO_LIMIT : SystemFiles.UNKNOWN;
  }

  /**
   * The root never has a limit, nor a type. In a container the mount is another group, whose limits
   * may lie where the container does not see them.
   */
  private static boolean mountIsRoot(SystemFiles files) {
    return !files.exists(MOUNT + "/cgroup.type");
  }
}
