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
        "--enable-preview",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:MaxRAMPercentage=50.0",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:NativeMemoryTracking=summary",
        "-Xshare:auto",
        "-Xlog:gc*=debug,safepoint:stdout:time,level",
        "-Xlog:gc",
        "-Dhandshakecost.warmUpMillis=20000",
        "-Dhandshakecost.delayNanos=1500,5000000",
        "-Djava.net.preferIPv4Stack=true",
        "-Djdk.tls.client.protocols=TLSv1.3",
        "-Dio.netty.leakDetection.level=paranoid",
        "-javaagent:agent.jar",
      })
  void publicArgumentStays(String argument) {
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
    "-Djava.net.socks.password=changeit, -Djava.net.socks.password=<masked>",
    "-Djava.net.socks.username=alice, -Djava.net.socks.username=<masked>",
    "-Djava.rmi.server.hostname=alices-laptop, -Djava.rmi.server.hostname=<masked>",
    "-Dsun.java.command=alice.Main, -Dsun.java.command=<masked>",
    "-Djdk.net.hosts.file=alice.hosts, -Djdk.net.hosts.file=<masked>",
    "-Dio.netty.machineId=00:11:22:33:44:55, -Dio.netty.machineId=<masked>",
    "-Dio.netty.native.workdir=alice, -Dio.netty.native.workdir=<masked>",
    "-Djmh.file=../../alice/file, -Djmh.file=<masked>",
    "-Xlog:gc:file=../../alice/gc.log, -Xlog:gc:file=<masked>",
    "-Xlog:gc:alice.log, -Xlog:gc:<masked>",
    "-Xlog:gc:stdoutalice:time, -Xlog:gc:<masked>",
    "-Xloggc:../alice/gc.log, -Xloggc:<masked>",
    "-XX:HeapDumpPath=alice.hprof, -XX:HeapDumpPath=<masked>",
    "-XX:OnOutOfMemoryError=mail alice, -XX:OnOutOfMemoryError=<masked>",
    "-XX:StartFlightRecording=filename=../alice.jfr, -XX:StartFlightRecording=<masked>",
    "-javaagent:../alice/agent.jar, -javaagent:<masked>",
    "--module-path=alice/lib, --module-path=<masked>",
    "alice/lib.jar, <masked>",
  })
  void pathsAndForeignValuesAreMasked(String argument, String published) {
    assertThat(JvmArguments.masked(List.of(argument))).containsExactly(published);
  }

  @Test
  void maskingTwiceChangesNothing() {
    final List<String> once =
        JvmArguments.masked(
            List.of(
                "-Duser.name=alice",
                "-Djmh.file=/alice",
                "-Xlog:gc:file=/alice",
                "-XX:HeapDumpPath=/alice",
                "-javaagent:agent.jar=alice",
                "@alice",
                "alice"));

    assertThat(JvmArguments.masked(once)).isEqualTo(once);
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
