package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The limits of the control groups that this process is in; Linux,
 * Documentation/admin-guide/cgroup-v2.rst and cgroup-v1. A limit holds for all groups below it, so
 * the tightest on the way up to the root counts. The groups' names stay out of the record: they
 * name users and jobs.
 */
final class ControlGroup {

  private static final String MEMBERSHIPS = "proc/self/cgroup";

  private ControlGroup() {}

  /** {@code cpuLimit} is in CPUs, {@code memoryLimit} in bytes; {@code none} is no limit. */
  static Map<String, Object> describe(SystemFiles files) {
    final Map<String, String> paths = new LinkedHashMap<>();
    for (final String line : files.lines(MEMBERSHIPS)) {
      final String[] fields = line.split(":", 3);
      if (fields.length == 3) {
        for (final String controller : fields[1].split(",", -1)) {
          paths.put(controller, fields[2]);
        }
      }
    }
    final String cpu = paths.get("cpu");
    final String memory = paths.get("memory");
    final String unified = paths.get("");
    if (cpu != null && memory != null) {
      return described(
          "v1", ControlGroupV1.cpuLimit(files, cpu), ControlGroupV1.memoryLimit(files, memory));
    }
    if (unified != null && ControlGroupV2.mounted(files)) {
      return described(
          "v2",
          ControlGroupV2.cpuLimit(files, unified),
          ControlGroupV2.memoryLimit(files, unified));
    }
    return described(SystemFiles.UNKNOWN, SystemFiles.UNKNOWN, SystemFiles.UNKNOWN);
  }

  private static Map<String, Object> described(String version, Object cpu, Object memory) {
    final Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("version", version);
    limits.put("cpuLimit", cpu);
    limits.put("memoryLimit", memory);
    return limits;
  }
}
