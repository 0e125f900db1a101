package io.github.handshakecost.environment;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Versions of the libraries that take part in a measurement. They come from each library's {@code
 * META-INF/maven/.../pom.properties}: a shaded jar has one manifest for all, so that {@link
 * Package#getImplementationVersion()} knows none of them.
 */
enum Libraries {
  JMH("jmh", "org.openjdk.jmh/jmh-core"),
  HTTPCLIENT5("httpclient5", "org.apache.httpcomponents.client5/httpclient5"),
  HTTPCORE5("httpcore5", "org.apache.httpcomponents.core5/httpcore5"),
  NETTY("netty", "io.netty/netty-common"),
  NETTY_EPOLL("netty-transport-native-epoll", "io.netty/netty-transport-native-epoll"),
  TCNATIVE("netty-tcnative", "io.netty/netty-tcnative-classes"),
  BORINGSSL("netty-tcnative-boringssl", "io.netty/netty-tcnative-boringssl-static"),
  JACKSON("jackson-databind", "com.fasterxml.jackson.core/jackson-databind"),
  HDR_HISTOGRAM("HdrHistogram", "org.hdrhistogram/HdrHistogram"),
  STATISTICS("commons-statistics", "org.apache.commons/commons-statistics-distribution"),
  RNG("commons-rng", "org.apache.commons/commons-rng-simple");

  private final String label;
  private final String coordinates;

  Libraries(String label, String coordinates) {
    this.label = label;
    this.coordinates = coordinates;
  }

  static Map<String, Object> versions(ClassLoader loader) {
    final Map<String, Object> versions = new LinkedHashMap<>();
    for (final Libraries library : values()) {
      versions.put(library.label, library.version(loader));
    }
    // The one jar without pom.properties. The compiler copies the constant, which is right: the
    // program is shipped with the release that it was compiled against.
    versions.put("jna", Native.VERSION);
    return versions;
  }

  private String version(ClassLoader loader) {
    final Properties properties = new Properties();
    try (InputStream stream =
        loader.getResourceAsStream("META-INF/maven/" + coordinates + "/pom.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      properties.clear();
    }
    return properties.getProperty("version", SystemFiles.UNKNOWN);
  }
}
