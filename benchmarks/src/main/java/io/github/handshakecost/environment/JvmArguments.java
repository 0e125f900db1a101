package io.github.handshakecost.environment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * JVM arguments as they may be published. A number needs to know {@code -XX:+UseSerialGC}; nobody
 * needs to know where somebody keeps his files, or the password of a key store. So an argument is
 * published whole only where it is of a kind that cannot tell.
 */
public final class JvmArguments {

  public static final String MASK = "<masked>";

  /**
   * Beginnings of names of system properties that say how something runs, not where or for whom.
   */
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

  private static final List<Pattern> PUBLIC =
      Stream.of(
              // Without a value, or with one that is a part of its name, as in -Xmx512m.
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
              // An agent that lies in no directory and is given no options.
              "-(?:agentlib|agentpath|javaagent):[\\w.-]+")
          .map(Pattern::compile)
          .toList();

  /** What of any other argument says which one it is. */
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
   * Arguments in their order. Of those that might tell something private only the name is left: of
   * system properties but some of the JDK's, Netty's, JMH's and ours, of whatever holds a path, of
   * an agent's options. What was masked before stays as it is.
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
