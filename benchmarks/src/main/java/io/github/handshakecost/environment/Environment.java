package io.github.handshakecost.environment;

import static io.github.handshakecost.environment.SystemFiles.UNKNOWN;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The content of {@code environment.json}. It holds no host name, user name, absolute path or
 * environment variable. A value that cannot be found out is {@code "unknown"}.
 */
public final class Environment {
  /** Facts of a fork that are always listed, known or not. */
  private static final List<String> EXPECTED_FACTS =
      List.of("tls.protocol", "tls.cipher", "tls.group", "server.tls", "server.transport");

  /** Libraries that take part in a measurement, with their Maven coordinates. */
  private static final List<List<String>> LIBRARIES =
      List.of(
          List.of("jmh", "org.openjdk.jmh/jmh-core"),
          List.of("httpclient5", "org.apache.httpcomponents.client5/httpclient5"),
          List.of("httpcore5", "org.apache.httpcomponents.core5/httpcore5"),
          List.of("netty", "io.netty/netty-common"),
          List.of("netty-transport-native-epoll", "io.netty/netty-transport-native-epoll"),
          List.of("netty-tcnative", "io.netty/netty-tcnative-classes"),
          List.of("netty-tcnative-boringssl", "io.netty/netty-tcnative-boringssl-static"),
          List.of("jackson-databind", "com.fasterxml.jackson.core/jackson-databind"),
          List.of("HdrHistogram", "org.hdrhistogram/HdrHistogram"),
          List.of("commons-statistics", "org.apache.commons/commons-statistics-distribution"),
          List.of("commons-rng", "org.apache.commons/commons-rng-simple"));

  private Environment() {}

  /**
   * Describes this machine and this program, in a fixed order.
   *
   * @param forkArguments JVM arguments of the forks; private parts are masked
   * @param facts each fork's facts about itself, such as {@code tls.cipher}; duplicates are dropped
   */
  public static Map<String, Object> capture(
      List<String> forkArguments, Collection<Map<String, String>> facts) {
    return capture(SystemFiles.ofThisMachine(), BuildCommit.ofThisBuild(), forkArguments, facts);
  }

  static Map<String, Object> capture(
      SystemFiles files,
      BuildCommit build,
      List<String> forkArguments,
      Collection<Map<String, String>> facts) {
    final OperatingSystem system = new OperatingSystem(files);
    final Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("commit", build.commit());
    environment.put("dirty", build.known() ? build.dirty() : UNKNOWN);
    environment.put("jdk", jdk());
    environment.put("flags", JvmArguments.masked(forkArguments));
    environment.put("os", system.name());
    environment.put("cpu", system.processor());
    environment.put("cgroup", system.limits());
    environment.put("sysctl", system.settings());
    environment.put("libraries", libraries(Environment.class.getClassLoader()));
    environment.put("negotiated", negotiated(facts));
    return environment;
  }

  private static Map<String, Object> jdk() {
    final Map<String, Object> jdk = new LinkedHashMap<>();
    jdk.put("version", property("java.version"));
    jdk.put("build", property("java.runtime.version"));
    jdk.put("vendor", property("java.vendor"));
    jdk.put("distribution", property("java.vendor.version"));
    jdk.put("vm", property("java.vm.name"));
    jdk.put("vmVersion", property("java.vm.version"));
    jdk.put("vmMode", property("java.vm.info"));
    // The JVM chooses both by the machine, and forks run with its choice.
    jdk.put(
        "collectors",
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(MemoryManagerMXBean::getName)
            .toList());
    jdk.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    return jdk;
  }

  static String property(String name) {
    final String value = System.getProperty(name, "");
    return value.isBlank() ? UNKNOWN : value;
  }

  static Map<String, Object> libraries(ClassLoader loader) {
    final Map<String, Object> versions = new LinkedHashMap<>();
    LIBRARIES.forEach(library -> versions.put(library.get(0), version(loader, library.get(1))));
    // Its jar has no pom.properties. The compiler copies the constant of the release in use.
    versions.put("jna", Native.VERSION);
    return versions;
  }

  /** From pom.properties: a shaded jar has one manifest for all libraries. */
  private static String version(ClassLoader loader, String coordinates) {
    final Properties properties = new Properties();
    try (InputStream stream =
        loader.getResourceAsStream("META-INF/maven/" + coordinates + "/pom.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      properties.clear();
    }
    return properties.getProperty("version", UNKNOWN);
  }

  /** A list, since cells of one run can differ: a cipher stands beside its TLS version. */
  static List<Map<String, String>> negotiated(Collection<Map<String, String>> facts) {
    final Collection<Map<String, String>> known = facts.isEmpty() ? List.of(Map.of()) : facts;
    return known.stream().map(Environment::complete).distinct().toList();
  }

  private static Map<String, String> complete(Map<String, String> facts) {
    final Map<String, String> complete = new LinkedHashMap<>();
    EXPECTED_FACTS.forEach(name -> complete.put(name, facts.getOrDefault(name, UNKNOWN)));
    new TreeMap<>(facts).forEach(complete::putIfAbsent);
    return complete;
  }
}
