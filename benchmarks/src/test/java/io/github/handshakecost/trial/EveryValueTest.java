package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every value of every axis, proven by the ledger, with a connection that is kept and with one for
 * each request. Policies, protocols and clients are combined by {@link LadderTest}.
 */
final class EveryValueTest {
  /** Numbers and times have ranges; these are their ends, and a value between them. */
  private static final Map<String, List<String>> OF_RANGES =
      Map.of(
          "body",
          List.of("0", "1024", "1048576"),
          AxisNames.IDLE,
          List.of("0ms", "30ms"),
          AxisNames.REQUESTS_PER_CONNECTION,
          List.of("none", "2", "1000"));

  /**
   * A distance needs a private network, a group and a pinned thread need a JVM of their own, users
   * need threads ({@link ManyUsersTest}), and new JVMs are processes ({@link ColdTrialTest}).
   */
  private static final Set<String> OF_OTHER_TESTS =
      Set.of(
          AxisNames.RTT,
          AxisNames.GROUP,
          AxisNames.PLACEMENT,
          AxisNames.USERS,
          AxisNames.POOL,
          AxisNames.NTH,
          AxisNames.CDS);

  private static final Set<String> OF_REUSE_THAT_ENDS =
      Set.of(AxisNames.IDLE, AxisNames.RECOVERY, AxisNames.REQUESTS_PER_CONNECTION);

  @ParameterizedTest
  @MethodSource("cells")
  void valueKeepsTheCountsOfItsPolicy(Cell cell) throws IOException {
    final ForkMeasurement measurement = Trials.measure(CellPlan.of(cell));

    assertThat(measurement.iterations())
        .hasSize(2)
        .allSatisfy(
            iteration -> assertThat(iteration.counts().requests()).isEqualTo(Trials.REQUESTS));
  }

  @Test
  void everyAxisIsCovered() {
    assertThat(Axes.all())
        .allSatisfy(
            axis ->
                assertThat(
                        OF_OTHER_TESTS.contains(axis.name()) || values(axis).findAny().isPresent())
                    .as(axis.name())
                    .isTrue());
  }

  private static Stream<Cell> cells() {
    return Axes.all().stream()
        .filter(axis -> !OF_OTHER_TESTS.contains(axis.name()))
        .flatMap(
            axis ->
                values(axis)
                    .flatMap(
                        value ->
                            policies(axis.name())
                                .map(policy -> withItsAxes(policy).with(axis.name(), value))))
        .distinct()
        .filter(cell -> Settings.of(cell.params()).validationError().isEmpty())
        .filter(
            cell ->
                Settings.of(cell.params())
                    .missing(Runtime.version().feature(), Platform.isLinux())
                    .isEmpty());
  }

  private static Stream<String> policies(String axis) {
    return OF_REUSE_THAT_ENDS.contains(axis)
        ? Stream.of("pooled", "limited", "expired")
        : Stream.of("pooled", "new-connection-full");
  }

  private static Stream<String> values(Axis<?> axis) {
    return OF_RANGES.containsKey(axis.name())
        ? OF_RANGES.getOrDefault(axis.name(), List.of()).stream()
        : Stream.of(axis.range().split(", ", -1));
  }

  private static Cell withItsAxes(String policy) {
    final Cell cell = Trials.cell(policy, "tls1.3", "httpclient5");
    return switch (policy) {
      case "limited" -> cell.with(AxisNames.REQUESTS_PER_CONNECTION, "2");
      case "expired" -> cell.with(AxisNames.IDLE, "120ms").with(AxisNames.RECOVERY, "check");
      default -> cell;
    };
  }
}
