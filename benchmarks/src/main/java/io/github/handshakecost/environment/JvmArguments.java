package io.github.handshakecost.environment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Masks the private parts of JVM arguments, such as paths and passwords. */
public final class JvmArguments {
  public static final String MASK = "<masked>";

  /** Prefixes of system properties that say how something runs, not where or for whom. */
  private static final List<String> PROPERTIES =
      List.of(
          "handshakecost.",
          "jmh.",
          "io.netty.allocator.",
          "io.netty.buffer.",
          "io.netty.eventLoop",
          "io.netty.handler.ssl.",
          "io.netty.leakDetection",
          "io.netty.maxDirectMemory",
          "io.netty.noPreferDirect",
          "io.netty.noUnsafe",
          "io.netty.recycler.",
          "io.netty.transport.",
          "java.net.preferIPv",
          "java.util.concurrent.",
          "javax.net.debug",
          "jdk.nio.",
          "jdk.tls.",
          "jdk.virtualThreadScheduler.",
          "sun.net.client.",
          "sun.net.inetaddr.",
          "sun.nio.ch.",
          "sun.security.ssl.",
          "file.encoding",
          "http.keepAlive",
          "http.maxConnections",
          "https.protocols");

  /** Arguments that are published whole, because their kind cannot hold anything private. */
  private static final List<Pattern> PUBLIC =
      Stream.of(
              // Without a value, or with the value in its name, as in -Xmx512m.
              "-[^=:/\\\\\\s]+",
              "-XX:[+-]\\w+",
              "-XX:\\w+=-?\\d+(?:\\.\\d+)?[kKmMgGtT]?",
              "-XX:(?:NativeMemoryTracking|ShenandoahGCHeuristics|ShenandoahGCMode)=\\w+",
              "-X(?:check|share|verify):\\w+",
              "-Xlog:[\\w+*=,]*(?::(?:stdout|stderr)?(?::[\\w,]*)?)?",
              "--(?:add-exports|add-modules|add-opens|add-reads|enable-native-access"
                  + "|limit-modules)=[\\w.,/=$-]+",
              "--(?:finalization|illegal-access|illegal-native-access"
                  + "|sun-misc-unsafe-memory-access)=\\w+",
              // An agent without a directory and without options.
              "-(?:agentlib|agentpath|javaagent):[\\w.-]+")
          .map(Pattern::compile)
          .toList();

  /** The public part of every other argument: its name. */
  private static final Pattern NAME =
      Pattern.compile(
          "-Xlog:[\\w+*=,]*:(?:file=)?"
              + "|-(?:agentlib|agentpath|javaagent):(?:[\\w.-]+=)?"
              + "|-XX:\\w+="
              + "|-X[\\w/]+:"
              + "|-D[^=]+="
              + "|--[\\w-]+="
              + "|@");

  private JvmArguments() {}

  /**
   * The arguments in their order. An argument that could be private keeps only its name. Masking
   * twice changes nothing.
   */
  public static List<String> masked(List<String> arguments) {
    return arguments.stream().map(JvmArguments::masked).toList();
  }

  private static String masked(String argument) {
    if (PUBLIC.stream().anyMatch(kind -> kind.matcher(argument).matches())
        || isPublicProperty(argument)) {
      return argument;
    }
    final Matcher name = NAME.matcher(argument);
    return name.lookingAt() ? name.group() + MASK : MASK;
  }

  private static boolean isPublicProperty(String argument) {
    final int equals = argument.indexOf('=');
    return PROPERTIES.stream().anyMatch(name -> argument.startsWith("-D" + name))
        && argument.indexOf('/', equals) < 0
        && argument.indexOf('\\', equals) < 0;
  }
}
