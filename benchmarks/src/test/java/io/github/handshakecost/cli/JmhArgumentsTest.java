package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.run.Plans;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.CommandLineOptions;

final class JmhArgumentsTest {

  @Test
  void nothingGivenIsNothingSaved() throws Exception {
    assertThat(given()).isEmpty();
  }

  @Test
  void everyOptionThatTouchesAForkIsThere() throws Exception {
    assertThat(given("-i 3 -r 1 -to 2m -gc true -si false".split(" ")))
        .containsExactly("-i 3", "-r 1 s", "-to 2 min", "-gc true", "-si false");
  }

  @Test
  void orderAndWayOfWritingDoNotMatter() throws Exception {
    assertThat(given("-r", "50ms", "-i", "3")).isEqualTo(given("--i=3", "-r=50ms"));
  }

  @Test
  void profilersAreTold() throws Exception {
    assertThat(given("-prof", "gc", "-prof", "stack:lines=3"))
        .containsExactly("-prof gc", "-prof stack:lines=3");
  }

  @Test
  void privatePathsAndValuesAreMasked() throws Exception {
    assertThat(
            given(
                "-jvm",
                "/home/alice/jdk/bin/java",
                "-jvmArgsAppend",
                "-Xmx256m -Dpassword=secret -Djdk.tls.x=1",
                "-prof",
                "stack:file=/home/alice/out;lines=3"))
        .containsExactly(
            "-prof stack:file=<masked>;lines=3",
            "-jvm <masked>",
            "-jvmArgsAppend -Xmx256m -Dpassword=<masked> -Djdk.tls.x=1");
  }

  @Test
  void runIsContinuedWithTheOptionsWithWhichItWasBegun(@TempDir Path temporary) {
    final List<String> begun = List.of("-r 500 ms", "-prof gc");

    begunWith(begun, temporary).requireJmhArguments(begun);
    assertThatThrownBy(() -> begunWith(begun, temporary).requireJmhArguments(List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "was begun with -r 500 ms -prof gc for JMH, and now JMH is given no options: continue"
                + " it with the same options, or measure again");
  }

  @Test
  void optionsAreSavedWithTheRun(@TempDir Path temporary) {
    final RunDirectory directory = RunDirectory.create(temporary);
    final List<String> begun = List.of("-gc true");

    Recording.of(
            Plans.QUICK.plan(),
            begun,
            directory,
            (round, group, blocks) -> GroupForks.of(round, group),
            Clock.systemUTC(),
            List.of())
        .begin();

    final RunManifest saved = directory.load().manifest();
    assertThat(saved.jmhArguments()).isEqualTo(begun);
    assertThat(saved.resumed(List.of()).ended(End.COMPLETE, null).jmhArguments()).isEqualTo(begun);
  }

  private static Resumption begunWith(List<String> arguments, Path path) {
    final Run run = SampleRuns.of(SampleRuns.headline(), 1);
    return new Resumption(
        RunDirectory.create(path),
        SampleRuns.with(run, SampleChanges.given(run.manifest(), arguments)),
        Plans.QUICK.plan());
  }

  private static List<String> given(String... arguments) throws Exception {
    return JmhArguments.of(new CommandLineOptions(arguments));
  }
}
