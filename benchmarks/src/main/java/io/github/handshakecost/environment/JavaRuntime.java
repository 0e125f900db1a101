package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
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
    return jdk;
  }

  private static String property(String name) {
    final String value = System.getProperty(name, "");
    return value.isBlank() ? SystemFiles.UNKNOWN : value;
  }
}
