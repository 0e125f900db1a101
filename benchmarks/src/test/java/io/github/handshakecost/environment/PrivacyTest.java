package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks for what is private of this very process in what it records of itself. */
final class PrivacyTest {
  /** What the record holds on purpose, and an environment variable may repeat. */
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

  /** Shorter values of environment variables, such as 1 and false, stand in any record. */
  private static final int LEAST_LENGTH = 6;

  @Test
  void nothingPrivateIsRecorded() throws IOException {
    final List<String> arguments =
        List.of(
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-Duser.home=" + System.getProperty("user.home"),
            "-Duser.name=" + System.getProperty("user.name"),
            "-Dwhere=" + Path.of("").toAbsolutePath(),
            "-javaagent:" + System.getProperty("user.home") + "/agent.jar=secret");

    assertThat(found(Environment.capture(arguments, List.of()), secrets())).isEmpty();
  }

  @Test
  void theSearchFindsWhatIsThere() throws IOException {
    for (final String secret : secrets()) {
      final Map<String, Object> telling = new LinkedHashMap<>(Map.of("cpu", Map.of("a", 1)));
      telling.put("os", Map.of("name", List.of("of " + secret + ".")));

      assertThat(found(telling, secrets())).contains(secret);
    }
  }

  @Test
  void thereAreSecretsToLookFor() throws IOException {
    assertThat(secrets())
        .contains(System.getProperty("user.home"), Path.of("").toAbsolutePath().toString())
        .hasSizeGreaterThan(3);
  }

  private static List<String> found(Map<String, Object> environment, Set<String> secrets) {
    final String record = values(environment).collect(Collectors.joining("\n"));
    return secrets.stream()
        .filter(
            secret ->
                Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])")
                    .matcher(record)
                    .find())
        .toList();
  }

  /** Without the names of the fields, which say nothing, and may be a host's too. */
  private static Stream<String> values(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(PrivacyTest::values);
    }
    return node instanceof Collection<?> list
        ? list.stream().flatMap(PrivacyTest::values)
        : Stream.of(String.valueOf(node));
  }

  /** Host name, user name, directories, and the value of every environment variable. */
  private static Set<String> secrets() throws IOException {
    final Set<String> secrets = new TreeSet<>(System.getenv().values());
    secrets.removeIf(value -> value.length() < LEAST_LENGTH || isPublic(value));
    Stream.of("user.name", "user.home", "user.dir", "java.io.tmpdir", "java.home")
        .map(System::getProperty)
        .forEach(secrets::add);
    secrets.add(InetAddress.getLocalHost().getHostName());
    final Path hostname = Path.of("/proc/sys/kernel/hostname");
    if (Files.isReadable(hostname)) {
      secrets.add(Files.readString(hostname).strip());
    }
    return secrets;
  }

  private static boolean isPublic(String value) {
    return value.equals(BuildCommit.ofThisBuild().commit())
        || PUBLIC.stream().anyMatch(name -> System.getProperty(name, "").contains(value));
  }
}
