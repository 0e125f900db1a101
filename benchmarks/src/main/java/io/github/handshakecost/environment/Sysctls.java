package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kernel settings that change what a connection costs or how many a minute can bear; Linux,
 * Documentation/networking/ip-sysctl.rst and Documentation/admin-guide/sysctl/net.rst.
 */
final class Sysctls {

  private static final List<String> NAMES =
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

  private Sysctls() {}

  /** Every setting by its name, as the kernel writes it. */
  static Map<String, Object> describe(SystemFiles files) {
    final Map<String, Object> settings = new LinkedHashMap<>();
    for (final String name : NAMES) {
      settings.put(name, files.sysctl(name).orElse(SystemFiles.UNKNOWN));
    }
    return settings;
  }
}
