package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportsTest {
  private final Path temp;

  ReportsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.md",
        "summary.json",
        "jmh.json",
        "budget-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg",
        "amortisation-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg",
        "distribution-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg",
        "rounds-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg"
      })
  void completeRunGivesGoldenFile(String file) throws IOException {
    final RunDirectory directory = SavedRuns.save(SampleRuns.complete(3), temp.resolve("run"));

    Reports.write(directory);

    Golden.assertSame("complete/" + file, Files.readString(directory.path().resolve(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.md",
        "summary.json",
        "ratio-by-rtt-tls-1.3-httpclient5-placement-same-core.svg",
        "ratio-by-rtt-http-httpclient5-placement-same-core.svg"
      })
  void runAtSeveralDistancesGivesGoldenFile(String file) throws IOException {
    final Run run =
        SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms", "50ms"), 3);
    final RunDirectory directory = SavedRuns.save(run, temp.resolve("run"));

    Reports.write(directory);

    Golden.assertSame("distances/" + file, Files.readString(directory.path().resolve(file)));
  }

  @Test
  void consoleSaysTheSameInPlainText() throws IOException {
    final RunDirectory directory = SavedRuns.save(SampleRuns.complete(3), temp.resolve("run"));

    final String console = Reports.write(directory).full();

    Golden.assertSame("complete/console.txt", console);
    assertThat(console).matches("\\p{ASCII}*");
    assertThat(console.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void interruptedRunIsMarkedBeforeAnyFigure() throws IOException {
    final Run whole = SampleRuns.of(SampleRuns.headline().subList(0, 4), 2);
    final Run cut =
        SampleRuns.with(
            whole,
            SampleRuns.manifest(SampleRuns.headline())
                .ended(RunManifest.End.INTERRUPTED, "Ctrl-C in round 3"));
    final RunDirectory directory = SavedRuns.save(cut, temp.resolve("run"));

    Golden.assertSame("interrupted/console.txt", Reports.write(directory).full());
  }

  @Test
  void failedRunClaimsNoProof() {
    final Run run = SampleRuns.of(SampleRuns.headline(), 3);
    final Run failed =
        SampleRuns.with(run, run.manifest().ended(RunManifest.End.FAILED, "a 500 in round 4"));

    assertThat(Reports.write(SavedRuns.save(failed, temp.resolve("run"))).full())
        .contains("the run failed: a 500 in round 4", "nothing of it may be quoted")
        .contains("The run failed; of what it kept: 108,000 requests in 3 forks")
        .doesNotContain("Proof:", "@misc");
  }

  @Test
  void rebuiltReportHasTheSameBytes() throws IOException {
    final RunDirectory first = SavedRuns.save(SampleRuns.complete(3), temp.resolve("first/run"));
    final RunDirectory second = SavedRuns.save(SampleRuns.complete(3), temp.resolve("second/run"));

    final String console = Reports.write(first).full();

    assertThat(Reports.write(first).full()).isEqualTo(console);
    assertThat(Reports.write(second).full()).isEqualTo(console);
    for (final String file : List.of("report.md", "report.html", "summary.json", "jmh.json")) {
      assertThat(second.path().resolve(file)).hasSameBinaryContentAs(first.path().resolve(file));
    }
  }

  @Test
  void pictureThatTheReportNoLongerShowsDoesNotStay() throws IOException {
    final RunDirectory directory = SavedRuns.save(SampleRuns.complete(3), temp.resolve("run"));
    final Path stale = directory.path().resolve("budget-tls-1.2-rtt-0ms.svg");
    final Path foreign = directory.path().resolve("budget-of-a-holiday.svg");
    Files.writeString(
        directory.path().resolve("report.md"), "![A ladder](" + stale.getFileName() + ")");
    Files.writeString(stale, "<svg/>");
    Files.writeString(foreign, "<svg/>");

    Reports.write(directory);

    assertThat(stale).doesNotExist();
    assertThat(foreign).exists();
    final String report = Files.readString(directory.path().resolve("report.md"));
    try (Stream<Path> files = Files.list(directory.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> file.endsWith(".svg") && !foreign.endsWith(file))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(report).contains("(" + file + ")"));
    }
  }

  @Test
  void pictureOfMarkedRunCarriesTheMark() throws IOException {
    final Run run = SampleRuns.complete(3);
    final RunDirectory directory =
        SavedRuns.save(
            SampleRuns.with(run, run.manifest().ended(RunManifest.End.RUNNING, "Ctrl-C")),
            temp.resolve("run"));

    Reports.write(directory);

    try (Stream<Path> files = Files.list(directory.path())) {
      assertThat(files.filter(file -> file.toString().endsWith(".svg")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().contains(">incomplete</text>"));
    }
  }

  @Test
  void runWithoutForksStillHasReport() {
    final Run empty =
        new Run(
            "run",
            SampleRuns.manifest(SampleRuns.headline()).ended(RunManifest.End.RUNNING, null),
            List.of(),
            Map.of());

    final String console = Reports.write(SavedRuns.save(empty, temp.resolve("run"))).full();

    assertThat(console)
        .contains("- the run was killed", "Nothing was measured.", "nothing is proven");
  }
}
