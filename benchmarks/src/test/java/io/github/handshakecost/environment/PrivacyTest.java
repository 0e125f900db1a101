package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Searches the environment of this process for its private values. */
final class PrivacyTest {
  @Test
  void nothingPrivateIsRecorded() throws IOException {
    final List<String> arguments =
        List.of(
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-Duser.home=" + System.getProperty("user.home"),
            "-Duser.name=" + System.getProperty("user.name"),
            "-Dwhere=" + Path.of("").toAbsolutePath(),
            "-javaagent:" + System.getProperty("user.home") + "/agent.jar=secret");

    assertThat(found(Environment.capture(arguments, List.of()), PrivateValues.all())).isEmpty();
  }

  @Test
  void searchFindsEachPrivateValue() throws IOException {
    for (final String secret : PrivateValues.all()) {
      final Map<String, Object> telling = new LinkedHashMap<>(Map.of("cpu", Map.of("a", 1)));
      telling.put("os", Map.of("name", List.of("at " + secret + ".")));

      assertThat(found(telling, PrivateValues.all())).contains(secret);
    }
  }

  @Test
  void thereArePrivateValuesToSearchFor() throws IOException {
    assertThat(PrivateValues.all())
        .contains(System.getProperty("user.home"), Path.of("").toAbsolutePath().toString())
        .hasSizeGreaterThan(3);
  }

  private static List<String> found(Map<String, Object> environment, Set<String> secrets) {
    return PrivateValues.in(values(environment).collect(Collectors.joining("\n")), secrets);
  }

  /** Values without keys: a key is never private, but may equal the name of a host. */
  private static Stream<String> values(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(PrivacyTest::values);
    }
    return node instanceof Collection<?> list
        ? list.stream().flatMap(PrivacyTest::values)
        : Stream.of(String.valueOf(node));
  }
}
