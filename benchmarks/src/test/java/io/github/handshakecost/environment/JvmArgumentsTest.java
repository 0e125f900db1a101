package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Djdk.tls.client.protocols=TLSv1.3",
        "-Dio.netty.leakDetection.level=paranoid",
        "-javaagent:lib/agent.jar",
      })
  void argumentThatNamesNobodyStays(String argument) {
    assertThat(JvmArguments.masked(List.of(argument))).containsExactly(argument);
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:HeapDumpPath=/home/alice/dumps/heap.hprof, -XX:HeapDumpPath=<masked>",
    "-Djava.io.tmpdir=/tmp/alice, -Djava.io.tmpdir=<masked>",
    "-Djava.home=C:\\Users\\alice\\jdk, -Djava.home=<masked>",
    "-Xbootclasspath/a:/opt/secret.jar, -Xbootclasspath/a:<masked>",
    "-Xlog:gc*:file=/Users/alice/gc log.txt:time, -Xlog:gc*:file=<masked>",
    "-javaagent:/home/alice/agent.jar=licence=abc, -javaagent:<masked>",
    "-javaagent:agent.jar=licence=abc, -javaagent:agent.jar=<masked>",
    "-Djavax.net.ssl.keyStorePassword=changeit, -Djavax.net.ssl.keyStorePassword=<masked>",
    "-Duser.name=alice, -Duser.name=<masked>",
  })
  void pathsAndForeignValuesAreMasked(String argument, String published) {
    assertThat(JvmArguments.masked(List.of(argument))).containsExactly(published);
  }

  @Test
  void directoriesOfThisUserAreMasked() {
    final List<String> arguments =
        List.of(
            "-Djava.home=" + System.getProperty("java.home"),
            "-agentpath:" + System.getProperty("user.home") + "/libprofiler.so",
            "@" + System.getProperty("java.io.tmpdir") + "/arguments");

    assertThat(JvmArguments.masked(arguments))
        .containsExactly("-Djava.home=<masked>", "-agentpath:<masked>", "@<masked>");
  }
}
