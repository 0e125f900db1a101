package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentTest {

  private static final BuildCommit COMMIT = new BuildCommit("0123456789abcdef", true);

  private final Path root;

  EnvironmentTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void everyKeyOfASystemWithoutFilesIsPresentAndUnknown() {
    final Map<String, Object> environment = onSystemWithoutProc();

    assertThat(environment)
        .containsOnlyKeys(
            "commit",
            "dirty",
            "jdk",
            "flags",
            "os",
            "cpu",
            "cgroup",
            "sysctl",
            "libraries",
            "negotiated");
    assertThat(section(environment, "os"))
        .containsEntry("kernel", "unknown")
        .containsEntry("distribution", "unknown");
    assertThat(section(environment, "cpu"))
        .containsEntry("model", "unknown")
        .containsEntry("governor", "unknown")
        .containsEntry("virtualisation", "unknown");
    assertThat(section(environment, "sysctl"))
        .containsEntry("net.ipv4.tcp_tw_reuse", "unknown")
        .allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo("unknown"));
    assertThat(leaves(environment)).doesNotContain("", 0, 0L);
  }

  @Test
  void kernelAndSysctlsAreReadFromTheSystem() {
    final SystemFiles files =
        new FakeSystem(root)
            .with("proc/sys/kernel/osrelease", "6.1.0-test\n")
            .with("proc/sys/net/ipv4/tcp_tw_reuse", "2\n")
            .with("etc/os-release", "ID=debian\nPRETTY_NAME=\"Debian 12\"\n")
            .files();

    final Map<String, Object> environment =
        Environment.capture(files, COMMIT, List.of(), List.of());

    assertThat(section(environment, "os"))
        .containsEntry("kernel", "6.1.0-test")
        .containsEntry("distribution", "Debian 12");
    assertThat(section(environment, "sysctl")).containsEntry("net.ipv4.tcp_tw_reuse", "2");
  }

  @Test
  void commitOfTheBuildIsRecorded() {
    assertThat(onSystemWithoutProc())
        .containsEntry("commit", "0123456789abcdef")
        .containsEntry("dirty", true);
  }

  @Test
  void treeOfAnUnknownCommitIsNeitherCleanNorDirty() {
    final Map<String, Object> environment =
        Environment.capture(
            new SystemFiles(root), new BuildCommit("unknown", false), List.of(), List.of());

    assertThat(environment).containsEntry("commit", "unknown").containsEntry("dirty", "unknown");
  }

  @Test
  void missingFactsAreUnknown() {
    assertThat(onSystemWithoutProc().get("negotiated"))
        .isEqualTo(
            List.of(
                Map.of(
                    "tls.protocol", "unknown",
                    "tls.cipher", "unknown",
                    "tls.group", "unknown",
                    "server.tls", "unknown",
                    "server.transport", "unknown")));
  }

  @Test
  void equalFactsAreListedOnce() {
    final Map<String, String> newer = Map.of("tls.protocol", "TLSv1.3", "tls.cipher", "A");
    final Map<String, String> older = Map.of("tls.protocol", "TLSv1.2", "tls.cipher", "B");

    assertThat(Environment.negotiated(List.of(newer, older, newer)))
        .extracting(facts -> facts.get("tls.protocol") + " " + facts.get("tls.cipher"))
        .containsExactly("TLSv1.3 A", "TLSv1.2 B");
  }

  @Test
  void versionOfEveryLibraryIsKnown() {
    assertThat(Environment.libraries(Environment.class.getClassLoader()))
        .containsKeys("jmh", "httpclient5", "netty", "netty-tcnative", "jackson-databind", "jna")
        .allSatisfy((name, version) -> assertThat(version).as(name).asString().matches("\\d.*"));
  }

  @Test
  void versionOfAMissingLibraryIsUnknown() {
    assertThat(Environment.libraries(ClassLoader.getPlatformClassLoader()))
        .containsEntry("netty", "unknown");
  }

  @Test
  void environmentOfThisMachineHoldsNothingPrivate() {
    final List<String> arguments =
        List.of("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-Xmx64m");

    final Map<String, Object> environment = Environment.capture(arguments, List.of());

    assertThat(environment.get("flags")).isEqualTo(List.of("-Djava.io.tmpdir=<masked>", "-Xmx64m"));
    assertThat(leaves(environment))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            value ->
                assertThat(value.toString())
                    .doesNotContainPattern("(?:^|[\\s=:@])(?:[A-Za-z]:)?[/\\\\]"));
  }

  private Map<String, Object> onSystemWithoutProc() {
    return Environment.capture(new SystemFiles(root), COMMIT, List.of(), List.of());
  }

  @SuppressWarnings("unchecked") // Every section is such a map; a wrong one fails the test.
  private static Map<String, Object> section(Map<String, Object> environment, String name) {
    return (Map<String, Object>) environment.getOrDefault(name, Map.of());
  }

  private static List<Object> leaves(Object node) {
    final List<Object> leaves = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      map.values().forEach(value -> leaves.addAll(leaves(value)));
    } else if (node instanceof Collection<?> list) {
      list.forEach(value -> leaves.addAll(leaves(value)));
    } else {
      leaves.add(node);
    }
    return leaves;
  }
}
