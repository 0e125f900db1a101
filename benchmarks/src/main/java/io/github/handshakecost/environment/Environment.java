package io.github.handshakecost.environment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record that {@code environment.json} holds: what a reader has to know of the machine and the
 * program to judge a number, and nothing that tells whose machine it is (no host name, user name,
 * absolute path or environment variable). Whatever is not known says {@code "unknown"}.
 */
public final class Environment {

  private Environment() {}

  /**
   * Describes this machine and this program.
   *
   * @param forkArguments JVM input arguments of the measuring forks; paths and foreign values are
   *     masked
   * @param facts what each fork found out about itself, by names such as {@code tls.cipher} or
   *     {@code server.transport}; equal ones are written once, none at all as unknown
   * @return text, whole numbers, decimals, booleans, lists and maps of these, in a fixed order
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
    final Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("commit", build.commit());
    environment.put("dirty", build.known() ? build.dirty() : SystemFiles.UNKNOWN);
    environment.put("jdk", JavaRuntime.describe());
    environment.put("flags", JvmArguments.masked(forkArguments));
    environment.put("os", OperatingSystem.describe(files));
    environment.put("cpu", Processor.describe(files));
    environment.put("cgroup", ControlGroup.describe(files));
    environment.put("sysctl", Sysctls.describe(files));
    environment.put("libraries", Libraries.versions(Environment.class.getClassLoader()));
    environment.put("negotiated", Negotiated.describe(facts));
    return environment;
  }
}
