package io.github.handshakecost.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The private values of this process, and a search for them. */
public final class PrivateValues {
  /** Public values that an environment variable may repeat. */
  private static final List<String> PUBLIC =
      List.of(
          "java.version",
          "java.runtime.version",
          "java.vm.version",
          "java.vm.name",
          "java.vm.info",
          "java.vendor",
          "java.vendor.version",
          "os.name",
          "os.arch",
          "os.version");

  /** Shorter values of environment variables, such as 1 and false, occur everywhere. */
  private static final int LEAST_LENGTH = 6;

  private PrivateValues() {}

  /** Host name, user name, directories, and the value of every environment variable. */
  static Set<String> all() throws IOException {
    final Set<String> secrets = new TreeSet<>(System.getenv().values());
    secrets.removeIf(value -> value.length() < LEAST_LENGTH || isPublic(value));
    secrets.addAll(directories());
    secrets.add(System.getProperty("user.name"));
    secrets.add(InetAddress.getLocalHost().getHostName());
    final Path hostname = Path.of("/proc/sys/kernel/hostname");
    if (Files.isReadable(hostname)) {
      secrets.add(Files.readString(hostname).strip());
    }
    return secrets;
  }

  /** Values that no text contains by chance. */
  public static Set<String> directories() {
    final Set<String> directories = new TreeSet<>();
    Stream.of("user.home", "user.dir", "java.io.tmpdir", "java.home")
        .map(System::getProperty)
        .forEach(directories::add);
    return directories;
  }

  /** The private values that a text contains. */
  public static List<String> in(String text, Collection<String> secrets) {
    return secrets.stream()
        .filter(
            secret ->
                Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])")
                    .matcher(text)
                    .find())
        .toList();
  }

  private static boolean isPublic(String value) {
    return value.equals(BuildCommit.ofThisBuild().commit())
        || PUBLIC.stream().anyMatch(name -> System.getProperty(name, "").contains(value));
  }
}
