package io.github.handshakecost.environment;

import java.util.LinkedHashMap;
import java.util.Map;

/** The operating system; its kernel does the work of a TCP handshake. */
final class OperatingSystem {

  private static final String NAME = "PRETTY_NAME=";

  private OperatingSystem() {}

  static Map<String, Object> describe(SystemFiles files) {
    final Map<String, Object> os = new LinkedHashMap<>();
    os.put("name", System.getProperty("os.name", SystemFiles.UNKNOWN));
    os.put("version", System.getProperty("os.version", SystemFiles.UNKNOWN));
    os.put("architecture", System.getProperty("os.arch", SystemFiles.UNKNOWN));
    os.put("distribution", distribution(files));
    os.put("kernel", files.sysctl("kernel.osrelease").orElse(SystemFiles.UNKNOWN));
    os.put("kernelBuild", files.sysctl("kernel.version").orElse(SystemFiles.UNKNOWN));
    return os;
  }

  /** As os-release(5) names it. */
  private static String distribution(SystemFiles files) {
    return files.lines("etc/os-release").stream()
        .filter(line -> line.startsWith(NAME))
        .map(line -> line.substring(NAME.length()).replace("\"", ""))
        .findFirst()
        .orElse(SystemFiles.UNKNOWN);
  }
}
