package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The processor, and what moves its clock while a run measures. */
final class Processor {

  private static final String CPUS = "sys/devices/system/cpu/";

  /** The names under which architectures tell their model in {@code /proc/cpuinfo}. */
  private static final List<String> MODEL_KEYS = List.of("model name", "cpu model", "cpu");

  private Processor() {}

  static Map<String, Object> describe(SystemFiles files) {
    final Map<String, String> info = firstCpu(files);
    final Map<String, Object> cpu = new LinkedHashMap<>();
    cpu.put("model", model(info).orElse(SystemFiles.UNKNOWN));
    cpu.put("count", Runtime.getRuntime().availableProcessors());
    cpu.put("online", files.orUnknown(CPUS + "online"));
    cpu.put("allowed", allowed(files));
    cpu.put("simultaneousMultithreading", files.orUnknown(CPUS + "smt/control"));
    cpu.put("governor", governors(files));
    cpu.put("frequencyDriver", files.orUnknown(CPUS + "cpu0/cpufreq/scaling_driver"));
    cpu.put("boost", boost(files));
    cpu.put(
        "clocksource",
        files.orUnknown("sys/devices/system/clocksource/clocksource0/current_clocksource"));
    cpu.put("virtualisation", virtualisation(files, info));
    return cpu;
  }

  private static Map<String, String> firstCpu(SystemFiles files) {
    return files.lines("proc/cpuinfo").stream()
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> first));
  }

  private static Optional<String> model(Map<String, String> info) {
    final Optional<String> named =
        MODEL_KEYS.stream().map(info::get).filter(Objects::nonNull).findFirst();
    // Arm kernels print numbers in place of a name (Arm ARM, MIDR_EL1).
    final Optional<String> numbered =
        Optional.ofNullable(info.get("CPU implementer"))
            .map(maker -> "implementer " + maker + " part " + info.get("CPU part"));
    return named.or(() -> numbered);
  }

  private static String allowed(SystemFiles files) {
    return files.lines("proc/self/status").stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(SystemFiles.UNKNOWN);
  }

  /** One governor where all CPUs agree, else each of them. */
  private static String governors(SystemFiles files) {
    final String found =
        IntStream.iterate(0, cpu -> files.exists(CPUS + "cpu" + cpu), cpu -> cpu + 1)
            .mapToObj(cpu -> files.orUnknown(CPUS + "cpu" + cpu + "/cpufreq/scaling_governor"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? SystemFiles.UNKNOWN : found;
  }

  private static String boost(SystemFiles files) {
    final Optional<String> disabled =
        files.read(CPUS + "intel_pstate/no_turbo").map(off -> off.equals("0") ? "on" : "off");
    return disabled
        .or(() -> files.read(CPUS + "cpufreq/boost").map(on -> on.equals("1") ? "on" : "off"))
        .orElse(SystemFiles.UNKNOWN);
  }

  /** A hint: x86 guests see the flag {@code hypervisor}; elsewhere nothing cheap tells. */
  private static String virtualisation(SystemFiles files, Map<String, String> info) {
    final String flags = info.get("flags");
    if (flags == null) {
      return SystemFiles.UNKNOWN;
    }
    if (!List.of(flags.split(" ")).contains("hypervisor")) {
      return "none";
    }
    return "virtual machine, maker " + files.orUnknown("sys/class/dmi/id/sys_vendor");
  }
}
