package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.chart.Chart;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is not what it should be says so wherever one of its numbers stands. */
final class MarksTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);

  private static final Run FOUR = SampleRuns.of(SampleRuns.headline(), 4);

  private final Path temp;

  MarksTest(@TempDir Path temp) {
    this.temp = temp;
  }

  static Stream<Arguments> markedRuns() {
    return Stream.of(
        Arguments.of("failed", "FAILED (3 rounds): a 500", ended(End.FAILED, "a 500")),
        Arguments.of("incomplete", "INCOMPLETE (interrupted, 2 of 5 rounds whole)", cutShort()),
        Arguments.of("incomplete", "INCOMPLETE (running, 3 rounds)", ended(End.RUNNING)),
        Arguments.of(
            "incomplete",
            "INCOMPLETE (23 of its 24 measurements are there, 3 of 4 rounds whole)",
            SampleRuns.onlyForks(FOUR, fork -> fork.round() != 2 || !isPooledHttp(fork))),
        Arguments.of(
            "incomplete",
            "INCOMPLETE (18 of its 24 measurements are there, 3 rounds)",
            SampleRuns.onlyForks(
                SampleRuns.with(FOUR, FOUR.manifest().closed(SampleRuns.LATER, 24)),
                fork -> fork.round() < 4)),
        Arguments.of(
            "undecided", "UNDECIDED: which policy is slower is open for 1 of 4 ratios", alike()),
        Arguments.of("imprecise", "IMPRECISE: directions certain, sizes known to ", imprecise()),
        Arguments.of("unsettled", "UNSETTLED: 18 of 18 measurements", unsettled()),
        Arguments.of(
            "injected",
            "INJECTED: the server injected on purpose: RESET",
            SampleChanges.withFact(RUN, "injected", "RESET")),
        Arguments.of("dirty", "DIRTY: ", dirty()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("markedRuns")
  void markIsInEveryFormat(String word, String sentence, Run run) throws IOException {
    final RunDirectory directory = SavedRuns.save(run, temp.resolve("run"));

    final String console = Reports.write(directory).full().replaceAll("\\s+", " ");
    final List<Warnings.Line> lines = Warnings.lines(Summarizer.summarize(directory.load()));

    assertThat(console).contains(new Terminal(80, false, false).shown(lines.get(0).text()));
    assertThat(Files.readString(directory.path().resolve("report.md")).replace("\\", ""))
        .contains("- " + lines.get(0).text());
    assertThat(Files.readString(directory.path().resolve("summary.json")))
        .contains("\"marks\" : [ \"" + sentence);
    assertThat(Files.readString(directory.path().resolve("jmh.json")))
        .contains("\"mark\" : \"" + word + "\"");
  }

  @Test
  void noFigureOfAFailedRunIsShown() throws IOException {
    final RunDirectory directory = SavedRuns.save(ended(End.FAILED, "a 500"), temp.resolve("run"));

    assertThat(Reports.write(directory).full())
        .contains("the run failed: a 500", "No figure of a failed run is shown")
        .doesNotContain("x pooled");
    for (final String page : List.of("report.md", "report.html")) {
      assertThat(Files.readString(directory.path().resolve(page)))
          .contains("No figure of a failed run is shown")
          .doesNotContain("x pooled", "<figure", "![");
    }
    assertThat(directory.path()).isDirectoryNotContaining("glob:**.svg");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("markedRuns")
  void wordStandsForTheSentence(String word, String sentence, Run run) {
    final Summary summary = Summarizer.summarize(run);

    assertThat(NamedRun.of(run).marks()).containsExactly(word);
    assertThat(summary.failed()).isEqualTo(word.equals("failed"));
    assertThat(summary.dirty()).isEqualTo(word.equals("dirty"));
    assertThat(Warnings.marks(summary).values()).singleElement().asString().startsWith(sentence);
  }

  @Test
  void oneRoundIsNotSeveral() {
    final Run one = SampleRuns.of(SampleRuns.headline(), 1);

    for (final End end : List.of(End.FAILED, End.INTERRUPTED)) {
      final Run ended = SampleRuns.with(one, one.manifest().ended(end, null));
      assertThat(Warnings.marks(Summarizer.summarize(ended)).values().iterator().next())
          .contains("1 round)");
    }
    assertThat(ConsoleReport.render(Reports.blocks(NamedRun.of(one), false)))
        .contains("Plan quick, 1 round, started");
  }

  /** With its interval it is right: that is no reason for alarm. */
  @Test
  void imprecisionIsNoMarkOfAPicture() {
    assertThat(
            NamedRun.of(imprecise())
                .picture("k", "t", "here", caption -> target -> caption.marked("words"))
                .chart()
                .draw(Chart.Target.FILE))
        .isEqualTo("words");
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsHasNoMark() {
    final Run ended = ended(End.INTERRUPTED, RunManifest.BY_USER);
    final Summary summary = Summarizer.summarize(ended);

    assertThat(summary.complete()).isTrue();
    assertThat(Warnings.marks(summary)).isEmpty();
    assertThat(NamedRun.of(ended).marks()).isEmpty();
  }

  @Test
  void runThatItsUserEndedAndThatLacksAForkIsIncomplete() {
    final Run ended =
        SampleRuns.with(
            RUN, RUN.manifest().closed(SampleRuns.LATER, 19).ended(End.INTERRUPTED, null));

    assertThat(Warnings.marks(Summarizer.summarize(ended)).values())
        .containsExactly("INCOMPLETE (18 of its 19 measurements are there, 3 rounds)");
  }

  @Test
  void severalMarksStandSideBySide() {
    final Run cut = SampleRuns.with(dirty(), dirty().manifest().ended(End.RUNNING, null));

    assertThat(NamedRun.of(cut).marks()).containsExactly("incomplete", "dirty");
    assertThat(JmhJson.render(cut, "incomplete, dirty"))
        .contains("\"mark\" : \"incomplete+dirty\"");
  }

  @Test
  void runThatIsAllThatItShouldBeHasNoMark() {
    final Summary summary = Summarizer.summarize(RUN);

    assertThat(NamedRun.of(RUN).marks()).isEmpty();
    assertThat(Warnings.marks(summary)).isEmpty();
    assertThat(JmhJson.render(RUN, "")).doesNotContain("\"mark\"");
  }

  private static boolean isPooledHttp(ForkRecord fork) {
    return fork.cell().equals(SampleRuns.cell("request", "pooled", "http"));
  }

  private static Run ended(End how) {
    return SampleRuns.with(RUN, RUN.manifest().ended(how, null));
  }

  private static Run ended(End how, String why) {
    return SampleRuns.with(RUN, RUN.manifest().ended(how, why));
  }

  /** Every ratio has rounds enough, and the run has not. */
  private static Run cutShort() {
    final Run five = SampleRuns.of(SampleRuns.headline(), 5);
    return SampleRuns.onlyForks(
        SampleRuns.with(five, five.manifest().ended(End.INTERRUPTED, null)),
        fork -> fork.round() > 3 || !fork.cell().equals(SampleRuns.headline().get(fork.round())));
  }

  /** A new connection that takes as long as a pooled one, but for noise. */
  private static Run alike() {
    return SampleChanges.slower(
        RUN,
        cell ->
            cell.equals(SampleRuns.cell("request", "new-connection-full", "http"))
                ? 18.5 / 151.5
                : 1);
  }

  private static Run imprecise() {
    return SampleRuns.with(RUN, manifest(0.000_1, false));
  }

  private static Run dirty() {
    return SampleRuns.with(RUN, manifest(0.05, true));
  }

  private static RunManifest manifest(double precision, boolean dirty) {
    final RunManifest old = RUN.manifest();
    return new RunManifest(
        old.schema(),
        old.id(),
        old.plan(),
        old.cells(),
        old.seed(),
        precision,
        old.timeBudgetSeconds(),
        old.commit(),
        dirty,
        old.startedAt(),
        old.endedAt(),
        old.warnings(),
        old.end(),
        null,
        old.effort(),
        old.jmhArguments(),
        null);
  }

  private static Run unsettled() {
    return SampleRuns.mapForks(RUN, MarksTest::unsettled);
  }

  private static ForkRecord unsettled(ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            new WarmUpCurve(0.5, List.of(9.0), List.of(8.0), 10, false),
            old.iterations(),
            old.latency(),
            old.facts(),
            old.warnings(),
            old.link()));
  }
}
