package io.github.handshakecost;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program among the tests or the tested, in a JVM of its own. */
public final class JavaCommand {
  /** A program of a test is over before it would pay to compile it well. */
  public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private JavaCommand() {}

  /**
   * The command of such a program, with the JDK and the classes of this JVM.
   *
   * @param options of the JVM, besides {@link #SHORT_LIVED}
   */
  public static List<String> of(List<String> options, Class<?> program, String... arguments) {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(SHORT_LIVED);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
