package io.github.handshakecost.environment;

import java.util.List;
import java.util.regex.Pattern;

/**
 * JVM arguments as they may be published. A number needs to know {@code -XX:+UseSerialGC}; nobody
 * needs to know where somebody keeps his files, or the password of a key store.
 */
public final class JvmArguments {

  static final String MASK = "<masked>";

  /** An absolute path, of Unix or of Windows; not the slash inside {@code java.base/sun.nio.ch}. */
  private static final Pattern ABSOLUTE_PATH =
      Pattern.compile("(?<![\\w.\\-/])(?:[A-Za-z]:)?[/\\\\].*");

  private static final Pattern AGENT_OPTIONS =
      Pattern.compile("^(-javaagent:|-agentlib:|-agentpath:)([^=]*)=.*");

  private static final Pattern FOREIGN_PROPERTY =
      Pattern.compile("^(-D(?!(?:java|jdk|sun|jmh|io\\.netty|handshakecost)\\.)[^=]+)=.*");

  private JvmArguments() {}

  /**
   * Arguments in their order, with every absolute path, every agent's options and the value of
   * every system property that is not the JDK's, Netty's, JMH's or ours replaced.
   */
  public static List<String> masked(List<String> arguments) {
    return arguments.stream().map(JvmArguments::masked).toList();
  }

  private static String masked(String argument) {
    final String withoutOptions = AGENT_OPTIONS.matcher(argument).replaceFirst("$1$2=" + MASK);
    final String withoutValue = FOREIGN_PROPERTY.matcher(withoutOptions).replaceFirst("$1=" + MASK);
    return ABSOLUTE_PATH.matcher(withoutValue).replaceFirst(MASK);
  }
}
