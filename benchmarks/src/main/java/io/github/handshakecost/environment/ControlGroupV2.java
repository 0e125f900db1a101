package io.github.handshakecost.environment;

import java.util.Comparator;
import java.util.stream.Stream;

/** Limits in the unified hierarchy; Linux, Documentation/admin-guide/cgroup-v2.rst. */
final class ControlGroupV2 {

  private static final String MOUNT = "sys/fs/cgroup";

  private ControlGroupV2() {}

  static boolean mounted(SystemFiles files) {
    return files.exists(MOUNT + "/cgroup.controllers");
  }

  /** In CPUs: {@code cpu.max} is {@code QUOTA PERIOD}, where the quota may be {@code max}. */
  static Object cpuLimit(SystemFiles files, String group) {
    return values(files, group, "cpu.max")
        .map(text -> text.split(" "))
        .filter(fields -> fields.length == 2 && GroupPath.number(fields[0]).isPresent())
        .map(fields -> Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]))
        .min(Comparator.naturalOrder())
        .<Object>map(cpus -> cpus)
        .orElse(GroupPath.NO_LIMIT);
  }

  /** In bytes. A group without the file has no limit of its own: the root never has one. */
  static Object memoryLimit(SystemFiles files, String group) {
    return values(files, group, "memory.max")
        .flatMap(text -> GroupPath.number(text).stream())
        .min(Comparator.naturalOrder())
        .<Object>map(bytes -> bytes)
        .orElse(GroupPath.NO_LIMIT);
  }

  private static Stream<String> values(SystemFiles files, String group, String file) {
    return new GroupPath(MOUNT, group)
        .directories()
        .flatMap(directory -> files.read(directory + "/" + file).stream());
  }
}
