package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.AmortisationFit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.Figure;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.Finding.ForkId;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Summarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line and the sentence of each kind of finding. */
final class MessagesTest {
  private static final Summary QUIET = Summarizer.summarize(SampleRuns.complete(3));
  private static final Cell POOLED = SampleRuns.headline().get(0);
  private static final Cell NEW_CLIENT = SampleRuns.headline().get(3);
  private static final ForkId FORK = new ForkId(POOLED, 2);

  private static final List<Finding> ALL =
      List.of(
          new Finding.Incomplete(End.RUNNING, false, "running", "it was hot", 1, 2),
          new Finding.EndedEarly(4, null),
          new Finding.MissingCells(List.of(NEW_CLIENT.with("protocol", "tls1.2")), 9),
          new Finding.UncommittedCode("abc1234"),
          new Finding.FewRounds(2),
          new Finding.Saved("1 core", "give it 2", null),
          new Finding.Undecided(List.of(ratio(1.02, 0.9, 1.1)), 4, 60),
          new Finding.Imprecise(List.of(ratio(65.2, 60, 71)), 4, 0.05, 12),
          new Finding.UnevenSpeed(1.6),
          new Finding.ClocksDisagree(tcp(), 7.39, Phase.EXCHANGE, 23),
          new Finding.UnclockedTime(POOLED, 12, 100),
          new Finding.UnexpectedRoundTrips(tooManyRoundTrips()),
          new Finding.Unsettled(FORK, 30),
          new Finding.Drifted(FORK, 20.7, 19.8, 0.634),
          new Finding.Outlier(FORK, 44.9, 22.5),
          new Finding.FreePlacement(FORK),
          new Finding.Injected(List.of("RESET in every response number 9")),
          new Finding.ChangedFlags(List.of("-Xint", "-Xmx16m")),
          new Finding.Starved(FORK, 60, 30),
          new Finding.Stalled(FORK, 3_000_000, 60),
          new Finding.FitDisagrees(
              new AmortisationFit(
                  POOLED.where(), List.of(2, 10), 20, 1_900, null, 1_500, false, 5)),
          new Finding.LowResumption(
              NEW_CLIENT.with("users", "4"), 0.762, new Interval(0.74, 0.78)));

  @Test
  void everyKindHasALineAndASentenceOfItsOwn() {
    final List<Class<?>> covered = new ArrayList<>();
    ALL.forEach(finding -> covered.add(finding.getClass()));
    assertThat(covered).containsExactlyInAnyOrderElementsOf(kinds());
    assertThat(Warnings.lines(with(ALL)))
        .extracting(Warnings.Line::text)
        .hasSize(ALL.size())
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(line).contains(" → ").doesNotContain("%s", "%d"));
    assertThat(Warnings.sentences(with(ALL))).hasSize(ALL.size()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | the run was killed, or still goes on: it was hot → continue it with run --resume DIR",
        "1 | ended early after 4 rounds by its user → continue it with run --resume DIR",
        "2 | 1 of 9 planned cells have no result → measure again",
        "4 | only 2 of at least 3 rounds were measured → --rounds 3",
        "5 | 1 core → give it 2",
        "6 | which policy is slower is open for 1 of 4 ratios → --rounds 60",
        "7 | size known to ±8.9 % (target ±5 %), direction certain → --rounds 12",
        "9 | cost of tcp: 73.9 µs by difference, 50.7 µs by clock → quote the cost by difference",
        "12 | 1 of 24 measurements unsettled (pooled) → --warm-up 60s",
        "13 | 1 of 24 measurements drifted (1 in 20 by chance) (pooled) → reduce background load",
        "15 | 1 of 24 measurements ran with free placement (pooled) → -p placement=same-core",
        "16 | the server injected on purpose: RESET in every response number 9 → quote none of its figures",
        "17 | forks ran with JVM flags that the plan does not set: -Xint -Xmx16m → measure without them, or quote the figures with them",
        "18 | 1 of 24 measurements waited for their core (pooled) → stop other programs and measure again",
        "19 | 1 of 24 measurements stood still during an operation (pooled) → find what stopped the machine or the fork, and measure again"
      })
  void lineIsTheCauseAndTheOptionThatCuresIt(int finding, String line) {
    assertThat(Warnings.lines(with(List.of(ALL.get(finding)))))
        .singleElement()
        .returns(line, Warnings.Line::text);
  }

  @Test
  void sentenceHasThePlaceAndAllFigures() {
    assertThat(Warnings.sentences(with(List.of(ALL.get(7), ALL.get(9), ALL.get(11), ALL.get(14)))))
        .containsExactly(
            "1 of 4 ratios is known less closely than ±5 %: the widest is new-client over pooled at"
                + " protocol=tls1.3 rtt=0ms placement=same-core, 65.2 (±8.9 %); use --rounds 12",
            "cost of tcp at protocol=http rtt=0ms placement=same-core: 73.9 µs by difference,"
                + " 50.7 µs by clock, 23.2 µs apart (allowed 7.39 µs), of which the phase"
                + " \"exchange\" has 23.0 µs; quote the cost by difference",
            "tcp of new-connection-full at protocol=http rtt=0ms placement=same-core takes 1.200"
                + " round trips, by the protocol it takes 1; look for a delay that is not the"
                + " network's, or measure at longer distances",
            "request policy=pooled protocol=tls1.3: 1 of 3 measurements failed Grubbs' test for outliers"
                + " at the 1 % level (round 2: mean 44.9 µs, mean of the others 22.5 µs), but every"
                + " figure includes them; reduce background load, or add rounds");
  }

  @Test
  void figureOfAStarvedForkIsNamed() {
    assertThat(Warnings.sentences(with(ALL.subList(18, 20))))
        .containsExactly(
            "request policy=pooled protocol=tls1.3: 1 of 3 measurements waited for their core"
                + " (round 2: an operation took 60.0 µs, of which it had the core for 30.0 µs);"
                + " stop other programs and measure again",
            "request policy=pooled protocol=tls1.3: 1 of 3 measurements stood still during an"
                + " operation (round 2: the longest took 3,000,000 µs, the median is 60.0 µs);"
                + " find what stopped the machine or the fork, and measure again");
  }

  @Test
  void findingsOfOneKindShareALine() {
    final Finding other = new Finding.UnclockedTime(NEW_CLIENT, 100, 2_000);

    assertThat(Warnings.lines(with(List.of(ALL.get(10), other))))
        .singleElement()
        .returns(
            "request policy=pooled protocol=tls1.3: 12.0 µs of 100 µs are in no phase (and 1 more)"
                + " → take its phases as uncertain by that much",
            Warnings.Line::text);
    assertThat(Warnings.sentences(with(List.of(ALL.get(10), other)))).hasSize(2);
  }

  @Test
  void noNumberOfRoundsCuresEqualPolicies() {
    final Finding open = new Finding.Undecided(List.of(ratio(1.001, 0.9, 1.1)), 4, 0);

    assertThat(Warnings.lines(with(List.of(open))))
        .singleElement()
        .returns(
            "which policy is slower is open for 1 of 4 ratios → treat them as equal",
            Warnings.Line::text);
  }

  private static List<Class<?>> kinds() {
    final List<Class<?>> kinds = new ArrayList<>();
    addKinds(Finding.class, kinds);
    return kinds.stream().distinct().toList();
  }

  private static void addKinds(Class<?> type, List<Class<?>> kinds) {
    if (type.isRecord()) {
      kinds.add(type);
    } else {
      Stream.of(type.getPermittedSubclasses()).forEach(kind -> addKinds(kind, kinds));
    }
  }

  private static Summary with(List<Finding> findings) {
    return new Summary(
        QUIET.complete(),
        QUIET.decided(),
        QUIET.conclusive(),
        QUIET.settled(),
        QUIET.dirty(),
        QUIET.failed(),
        QUIET.rounds(),
        findings,
        QUIET.cells(),
        QUIET.ratios(),
        QUIET.costs(),
        QUIET.amortisation(),
        QUIET.roundTrips(),
        QUIET.links(),
        QUIET.coldStarts());
  }

  private static Figure ratio(double value, double low, double high) {
    return new Figure(Kind.RATIO, NEW_CLIENT, value, new Interval(low, high), 5);
  }

  private static Cost tcp() {
    return new Cost(
        "request",
        "tcp",
        POOLED.with("protocol", "http").where(),
        73.9,
        50.7,
        23.0,
        null,
        false,
        0,
        null,
        0,
        null,
        5);
  }

  private static RoundTrips tooManyRoundTrips() {
    return new RoundTrips(
        "request",
        "tcp",
        "new-connection-full",
        POOLED.with("protocol", "http").where(),
        1.2,
        null,
        0,
        null,
        1.0,
        false,
        5);
  }
}
