package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.report.Terminal;
import io.github.handshakecost.report.Times;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.LiveClient;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure in the README is that of the committed run that it names. */
class ReadmeFiguresTest {
  private static final Path ROOT = Path.of("..");

  private static String readme = "";
  private static List<String> runs = List.of();

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(ROOT.resolve("README.md"));
    runs =
        Pattern.compile("\\(results/([^)/]+)/report\\.md\\)")
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .toList();
  }

  @Test
  void itIsShort() {
    assertThat(readme.lines().count()).isLessThanOrEqualTo(150);
  }

  @Test
  void distancesAreThoseOfTheFirstRun() {
    final Summary summary = summary(runs.get(0));

    assertThat(readme.lines().filter(line -> line.matches("\\| \\d+ ms \\|.*")).toList())
        .hasSize(4)
        .isEqualTo(Stream.of("0", "5", "20", "50").map(rtt -> row(summary, rtt)).toList());
  }

  private static String row(Summary summary, String rtt) {
    final double pooled = cell(summary, "pooled", rtt + "ms").mean();
    final double fresh = cell(summary, "new-client", rtt + "ms").mean();
    return "| %s ms | %s | %s | %s | %s |"
        .formatted(
            rtt,
            Times.of(pooled),
            Times.of(fresh),
            Times.of(fresh - pooled),
            times(ratio(summary, "request", rtt + "ms")));
  }

  @Test
  void sampleIsTheEndOfTheSecondRun() {
    final Path folder = ROOT.resolve("results").resolve(runs.get(1));
    final String screen =
        Reports.of(RunDirectory.open(folder)).answer(new Terminal(80, true, false));

    assertThat(readme).contains("```\n" + screen.replace("../", "") + "```");
  }

  @Test
  void predictionIsWhatTheCommandPrints() {
    final Matcher command =
        Pattern.compile("benchmarks\\.jar (predict results/[^\\n]+)\\n(.*?)```", Pattern.DOTALL)
            .matcher(readme);
    assertThat(command.find()).isTrue();
    final Console console =
        Console.run(command.group(1).replace("results/", "../results/").split(" "));

    assertThat(console.exitCode()).isZero();
    assertThat(console.out().lines().map(String::strip).toList())
        .containsAll(command.group(2).lines().map(String::strip).toList());
    assertThat(command.group(2).lines().count()).isPositive();
  }

  @Test
  void loopTakesAsManyTimesAsLongAsInTheThirdRun() {
    final Summary summary = summary(runs.get(2));

    assertThat(readme.replace('\n', ' '))
        .contains(
            "%s times as long at 20 ms and %s times at 80 ms"
                .formatted(
                    NumberFormats.threeDigits(ratio(summary, "yearly-records", "20ms").ratio()),
                    NumberFormats.threeDigits(ratio(summary, "yearly-records", "80ms").ratio())));
  }

  @Test
  void loopThatOpensItsConnectionIsPredictedFromTheFirstRun() {
    final Console console = Console.run("predict", "../results/" + runs.get(0), "--rtt", "20ms");

    final Matcher ratio = Pattern.compile("Ratio: (\\S+) ").matcher(console.out());
    assertThat(ratio.find()).isTrue();
    assertThat(readme.replace('\n', ' '))
        .contains("`predict` gives %s times at 20 ms".formatted(ratio.group(1)));
  }

  @Test
  void clientsAreThoseOfTheFourthRunAndWhatOneHoldsOfTheFifth() {
    final Run run = RunDirectory.open(ROOT.resolve("results").resolve(runs.get(3))).load();
    final Summary summary = Summarizer.summarize(run);
    final Summary held = summary(runs.get(4));

    assertThat(Machine.of(run).jdkMajor()).isEqualTo("25");

    assertThat(
            readme
                .lines()
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\| [\\d.]+ µs .*"))
                .toList())
        .hasSize(6)
        .isEqualTo(
            summary.cells().stream()
                .map(cell -> cell.cell().param("client"))
                .distinct()
                .map(client -> clientRow(summary, client) + held(held, client))
                .toList());
  }

  private static String clientRow(Summary summary, String client) {
    final String pooled = Times.of(ofClient(summary, client, "pooled").mean());
    if (client.equals("raw-socket")) {
      return "| `raw-socket` | %s | | | | ".formatted(pooled);
    }
    final CellSummary shared = ofClient(summary, client, "new-client-shared-context");
    final CellSummary fresh = ofClient(summary, client, "new-client");
    return "| `%s` | %s | %s | %s | %s + %s | %s "
        .formatted(
            client,
            pooled,
            Times.of(shared.mean()),
            Times.of(fresh.mean()),
            Times.of(fresh.perRequest().clientCpu()),
            Times.of(fresh.perRequest().serverCpu()),
            NumberFormats.threeDigits(Objects.requireNonNull(fresh.perRequest().threads())));
  }

  private static String held(Summary summary, String client) {
    final LiveClient held =
        Objects.requireNonNull(ofClient(summary, client, "pooled").liveClient());
    return "| %s kB, %s |"
        .formatted(
            NumberFormats.threeDigits(held.heapBytes() / 1000),
            NumberFormats.threeDigits(held.threads()));
  }

  private static CellSummary ofClient(Summary summary, String client, String policy) {
    return summary.cells().stream()
        .filter(cell -> cell.cell().param("client").equals(client))
        .filter(cell -> cell.policy().equals(policy))
        .findFirst()
        .orElseThrow();
  }

  /** Outside the parts above there is no measured figure. */
  @Test
  void noOtherFigureIsMeasured() {
    final String rest =
        readme
            .replaceAll("(?s)```.*?```", "")
            .lines()
            .filter(line -> !line.matches("\\| (\\d+ ms|`[a-z0-9-]+`) \\|.*"))
            .collect(Collectors.joining(" "))
            .replaceAll("takes \\S+ times as long at 20 ms and \\S+ times at 80 ms", "")
            .replaceAll("`predict` gives \\S+ times at 20 ms", "");

    assertThat(
            Pattern.compile("\\d[\\d.,]*\\s?(µs|×|times|%)")
                .matcher(rest)
                .results()
                .map(found -> found.group())
                .toList())
        .containsOnly("95 %");
  }

  private static Summary summary(String run) {
    return Summarizer.summarize(RunDirectory.open(ROOT.resolve("results").resolve(run)).load());
  }

  private static CellSummary cell(Summary summary, String policy, String rtt) {
    return summary.cells().stream()
        .filter(cell -> cell.benchmark().equals("request"))
        .filter(cell -> cell.cell().param("policy").equals(policy))
        .filter(cell -> cell.cell().param("rtt").equals(rtt))
        .filter(cell -> cell.cell().param("protocol").equals("tls1.3"))
        .findFirst()
        .orElseThrow();
  }

  private static Ratio ratio(Summary summary, String benchmark, String rtt) {
    return summary.ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(benchmark) && ratio.rtt().equals(rtt))
        .filter(ratio -> ratio.candidate().equals("new-client"))
        .filter(ratio -> "tls1.3".equals(ratio.where().get("protocol")))
        .findFirst()
        .orElseThrow();
  }

  private static String times(Ratio ratio) {
    final Interval ci95 = ratio.ci95();
    return NumberFormats.threeDigits(ratio.ratio())
        + "×"
        + (ci95 == null ? "" : " " + NumberFormats.interval(ci95));
  }
}
