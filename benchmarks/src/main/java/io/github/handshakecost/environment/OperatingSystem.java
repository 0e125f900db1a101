package io.github.handshakecost.environment;

import static io.github.handshakecost.environment.SystemFiles.UNKNOWN;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kernel, the processor, and what they allow this process. */
record OperatingSystem(SystemFiles files) {
  private static final String CPUS = "sys/devices/system/cpu/";
  private static final String CGROUP = "sys/fs/cgroup/";

  /** Names of the model in {@code /proc/cpuinfo}; they depend on the architecture. */
  private static final List<String> MODEL_KEYS = List.of("model name", "cpu model", "cpu");

  /**
   * Kernel settings that change the cost of a connection, or how many are possible per minute;
   * Linux, Documentation/networking/ip-sysctl.rst and Documentation/admin-guide/sysctl/net.rst.
   */
  private static final List<String> SETTINGS =
      List.of(
          "net.ipv4.tcp_tw_reuse",
          "net.ipv4.tcp_tw_reuse_delay",
          "net.ipv4.tcp_max_tw_buckets",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_timestamps",
          "net.ipv4.ip_local_port_range",
          "net.core.somaxconn",
          "net.ipv4.tcp_max_syn_backlog",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_congestion_control",
          "net.core.default_qdisc",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_wmem",
          "net.core.rmem_max",
          "net.core.wmem_max",
          "net.ipv4.tcp_fastopen",
          "net.ipv4.tcp_slow_start_after_idle",
          "net.ipv4.tcp_no_metrics_save",
          "net.ipv4.tcp_autocorking",
          "net.core.busy_poll",
          "net.core.busy_read",
          "kernel.sched_autogroup_enabled",
          "kernel.numa_balancing");

  Map<String, Object> name() {
    final Map<String, Object> os = new LinkedHashMap<>();
    os.put("name", Environment.property("os.name"));
    os.put("version", Environment.property("os.version"));
    os.put("architecture", Environment.property("os.arch"));
    os.put("distribution", files.after("PRETTY_NAME=", "etc/os-release").replace("\"", ""));
    os.put("kernel", files.sysctl("kernel.osrelease"));
    os.put("kernelBuild", files.sysctl("kernel.version"));
    return os;
  }

  Map<String, Object> settings() {
    final Map<String, Object> settings = new LinkedHashMap<>();
    SETTINGS.forEach(name -> settings.put(name, files.sysctl(name)));
    return settings;
  }

  /**
   * The processors and the bytes of memory that this JVM may use. The JVM has read the limits of
   * its control group.
   */
  Map<String, Object> limits() {
    final Map<String, Object> limits = new LinkedHashMap<>();
    final String version = files.exists(CGROUP + "cpu") ? "v1" : UNKNOWN;
    limits.put("version", files.exists(CGROUP + "cgroup.controllers") ? "v2" : version);
    limits.put("usableCpus", Runtime.getRuntime().availableProcessors());
    limits.put(
        "usableMemoryBytes",
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    return limits;
  }

  /** The processor, and what changes its clock rate during a run. */
  Map<String, Object> processor() {
    final Map<String, String> info = firstCpu();
    final Map<String, Object> cpu = new LinkedHashMap<>();
    cpu.put("model", model(info));
    cpu.put("count", Runtime.getRuntime().availableProcessors());
    cpu.put("online", files.orUnknown(CPUS + "online"));
    cpu.put("allowed", files.after("Cpus_allowed_list:", "proc/self/status"));
    cpu.put("simultaneousMultithreading", files.orUnknown(CPUS + "smt/control"));
    cpu.put("governor", governors());
    cpu.put("frequencyDriver", files.orUnknown(CPUS + "cpu0/cpufreq/scaling_driver"));
    cpu.put("boost", boost());
    cpu.put(
        "clocksource",
        files.orUnknown("sys/devices/system/clocksource/clocksource0/current_clocksource"));
    cpu.put("virtualisation", virtualisation(info));
    return cpu;
  }

  private Map<String, String> firstCpu() {
    return files.lines("proc/cpuinfo").stream()
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> first));
  }

  private static String model(Map<String, String> info) {
    // Arm kernels print numbers in place of a name (Arm ARM, MIDR_EL1).
    final Optional<String> numbered =
        Optional.ofNullable(info.get("CPU implementer"))
            .map(maker -> "implementer " + maker + " part " + info.get("CPU part"));
    return MODEL_KEYS.stream()
        .map(info::get)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> numbered)
        .orElse(UNKNOWN);
  }

  /** One governor if all CPUs agree, else all of them. */
  private String governors() {
    final String found =
        IntStream.iterate(0, cpu -> files.exists(CPUS + "cpu" + cpu), cpu -> cpu + 1)
            .mapToObj(cpu -> files.orUnknown(CPUS + "cpu" + cpu + "/cpufreq/scaling_governor"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? UNKNOWN : found;
  }

  private String boost() {
    return files
        .read(CPUS + "intel_pstate/no_turbo")
        .map(off -> off.equals("0") ? "on" : "off")
        .or(() -> files.read(CPUS + "cpufreq/boost").map(on -> on.equals("1") ? "on" : "off"))
        .orElse(UNKNOWN);
  }

  /** A hint: x86 guests have the flag {@code hypervisor}; elsewhere it is unknown. */
  private String virtualisation(Map<String, String> info) {
    final String flags = info.get("flags");
    if (flags == null) {
      return UNKNOWN;
    }
    return List.of(flags.split(" ")).contains("hypervisor")
        ? "virtual machine, maker " + files.orUnknown("sys/class/dmi/id/sys_vendor")
        : "none";
  }
}
