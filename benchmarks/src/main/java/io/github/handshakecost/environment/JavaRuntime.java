package io.github.handshakecost.environment;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JDK that runs, from the system properties that every one has; never where it lies. */
final class JavaRuntime {

  private JavaRuntime() {}

  static Map<String, Object> describe() {
    final Map<String, Object> jdk = new LinkedHashMap<>();
    jdk.put("version", property("java.version"));
    jdk.put("build", property("java.runtime.version"));
    jdk.put("vendor", property("java.vendor"));
    jdk.put("distribution", property("java.vendor.version"));
    jdk.put("vm", property("java.vm.name"));
    jdk.put("vmVersion", property("java.vm.version"));
    jdk.put("vmMode", property("java.vm.info"));
    // The JVM chooses both by the machine, and forks run with what it chooses.
    jdk.put("collectors", collectors());
    jdk.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    return jdk;
  }

  private static List<String> collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .toList();
  }

  private static String property(String name) {
    final String value = System.getProperty(name, "");
    return value.isBlank() ? SystemFiles.UNKNOWN : value;
  }
}
