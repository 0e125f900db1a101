package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.SameCell;
import io.github.handshakecost.result.SelfTestDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfTestReportTest {
  private static final Cell HTTP = SampleRuns.cell("request", "pooled", "http");
  private static final Cell FULL = SampleRuns.cell("request", "new-connection-full", "tls1.3");

  @TempDir private Path temporary;

  @Test
  void passedTestIsShownWithItsFigures() throws IOException {
    final String console = write(1, effect(true, true, true));

    Golden.assertSame("self-test/console.txt", console);
    Golden.assertSame("self-test/self-test.md", saved("self-test.md"));
    Golden.assertSame("self-test/self-test.json", saved("self-test.json"));
  }

  @Test
  void tooManyFlaggedPairsAreSaidWithTheChanceOfThat() {
    assertThat(SelfTestVerdict.failures(test(2, effect(true, true, true))))
        .containsExactly(
            "FAILED: 2 of 20 pairs of the same cell were flagged, where at most 1 may be. Exact 95 % intervals do that to 26 % of all self-tests by chance: run it again; twice in a row, look for drift, for a busy machine, or for a defect");
  }

  @Test
  void whatIsWrongWithAnEffectIsSaidWithItsFigures() {
    assertThat(SelfTestVerdict.failures(test(0, effect(true, false, false))))
        .singleElement()
        .asString()
        .startsWith(
            "FAILED: a delay of 5,000 µs in the TLS handshake, found as 5,100 [4,950, 5,250] µs: the interval does not hold its size; it is not in its phase alone, but set-up 0.0 %, TCP connect 0.0 %, TLS handshake 98.0 %, exchange 2.0 %")
        .contains("5 % of all self-tests");
    assertThat(SelfTestVerdict.failures(test(0, effect(false, true, true))))
        .singleElement()
        .asString()
        .contains("the interval does not exclude that there is none");
  }

  @Test
  void halfATestIsIncomplete() throws IOException {
    final SelfTest half = SelfTest.of(SampleRuns.manifest(List.of(HTTP)), pairs(0), null);

    assertThat(half.passed()).isFalse();
    assertThat(SelfTestVerdict.failures(half)).singleElement().asString().startsWith("INCOMPLETE");
    SelfTestReport.write(half, SelfTestDirectory.create(temporary.resolve("test")));
    assertThat(saved("self-test.md")).contains("INCOMPLETE", "The same cell twice");
    assertThat(saved("self-test.json")).doesNotContain("effects");
  }

  private String write(int flagged, Effect effect) {
    return SelfTestReport.write(
        test(flagged, effect), SelfTestDirectory.create(temporary.resolve("test")));
  }

  private String saved(String file) throws IOException {
    return Files.readString(temporary.resolve("test").resolve(file));
  }

  private static SelfTest test(int flagged, Effect effect) {
    return SelfTest.of(SampleRuns.manifest(List.of(HTTP)), pairs(flagged), List.of(effect));
  }

  private static SameCell pairs(int flagged) {
    return new SameCell(
        HTTP,
        3,
        flagged,
        1,
        0.2641605,
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    i < flagged
                        ? new Pair(3 * i + 1, 1.02, new Interval(1.001, 1.039), true)
                        : new Pair(3 * i + 1, 0.998, new Interval(0.981, 1.015), false))
            .toList());
  }

  private static Effect effect(boolean detected, boolean covered, boolean inItsPhase) {
    return new Effect(
        Phase.TLS,
        FULL,
        2_700,
        5_000,
        5_100,
        new Interval(4_950, 5_250),
        5,
        Stream.of(Phase.values()).map(SelfTestReportTest::part).toList(),
        detected,
        covered,
        inItsPhase);
  }

  private static PhaseDifference part(Phase phase) {
    return switch (phase) {
      case TLS -> new PhaseDifference(phase, 5_000, new Interval(4_900, 5_100));
      case EXCHANGE -> new PhaseDifference(phase, 100, new Interval(-20, 220));
      default -> new PhaseDifference(phase, 0, new Interval(-1, 1));
    };
  }
}
