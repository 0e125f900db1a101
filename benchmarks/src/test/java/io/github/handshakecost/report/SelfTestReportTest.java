package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.Shared;
import io.github.handshakecost.result.SelfTest.Sharing;
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
    final SelfTest test =
        begun("pairs", "effects", "sharing")
            .with(pairs(1, 0))
            .with(new Effects(FULL, 5, handshake(5_000)))
            .with(sharing(1.004));

    assertThat(test.passed()).isTrue();
    final String console =
        SelfTestReport.write(test, SelfTestDirectory.create(temporary.resolve("test")));
    Golden.assertSame("self-test/console.txt", console);
    Golden.assertSame("self-test/self-test.md", saved("self-test.md"));
    Golden.assertSame("self-test/self-test.json", saved("self-test.json"));
  }

  @Test
  void tooManyPairsThatDifferAreSaid() {
    assertThat(failures("pairs", pairs(4, 0)))
        .startsWith(
            "FAILED: of 20 pairs of the same cell 4 differ (at most 1 may) and 20 are known to ±5 %;");
  }

  @Test
  void pairsThatAreNotPreciseFoundNothing() {
    assertThat(failures("pairs", pairs(0, 2)))
        .contains("18 are known to ±5 %", "found in 18 (at least 19)");
  }

  @Test
  void delayInAnotherPhaseIsSaid() {
    assertThat(failures("effects", new Effects(FULL, 5, handshake(1_000))))
        .contains(
            "a delay of 5,000 µs in the TLS handshake was measured as 5,100 [4,950, 5,250] µs, but NOT there");
  }

  @Test
  void cellThatIsSlowerInASharedJvmIsNamed() {
    assertThat(failures("sharing", sharing(1.06)))
        .contains("1 of 2 cells", "but not httpclient5 tls1.3 new-connection-full 1.060 [1.050, ");
  }

  @Test
  void halfATestIsIncomplete() {
    final SelfTest half = begun("pairs", "effects").with(pairs(0, 0));

    assertThat(half.passed()).isFalse();
    assertThat(SelfTestReport.failures(half)).containsExactly("INCOMPLETE: 1 part not measured");
  }

  private static String failures(String asked, SelfTest.Part part) {
    final SelfTest test = begun(asked).with(part);
    assertThat(test.passed()).isFalse();
    return String.join("\n", SelfTestReport.failures(test));
  }

  private static SelfTest begun(String... asked) {
    return SelfTest.begun(List.of(asked), "abc1234def5678", false, "2026-01-02T03:04:05Z", 42);
  }

  private String saved(String file) throws IOException {
    return Files.readString(temporary.resolve("test").resolve(file));
  }

  private static Pairs pairs(int differing, int wide) {
    return new Pairs(
        HTTP,
        6,
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    i < differing
                        ? pair(1.02, new Interval(1.001, 1.039))
                        : i < wide
                            ? pair(0.998, new Interval(0.9, 1.1))
                            : pair(0.998, new Interval(0.981, 1.015)))
            .toList());
  }

  private static Pair pair(double ratio, Interval ci95) {
    return new Pair(
        ratio,
        ci95,
        new Effect(Phase.EXCHANGE, 15, 1.5, 1.4, new Interval(1.1, 1.7), List.of(), true));
  }

  private static Effect handshake(double inIt) {
    return new Effect(
        Phase.TLS,
        2_700,
        5_000,
        5_100,
        new Interval(4_950, 5_250),
        Stream.of(Phase.values()).map(phase -> part(phase, inIt)).toList(),
        inIt > 4_000);
  }

  private static PhaseDifference part(Phase phase, double inHandshake) {
    return switch (phase) {
      case TLS -> new PhaseDifference(phase, inHandshake, new Interval(900, 5_100));
      case EXCHANGE -> new PhaseDifference(phase, 100, new Interval(-20, 220));
      default -> new PhaseDifference(phase, 0, new Interval(-1, 1));
    };
  }

  private static Sharing sharing(double ratio) {
    return new Sharing(
        List.of(
            new Shared(HTTP, 6, 15.1, 15, 1.007, new Interval(0.98, 1.03)),
            new Shared(FULL, 9, 2_700, 2_710, ratio, new Interval(ratio - 0.01, ratio + 0.01))));
  }
}
