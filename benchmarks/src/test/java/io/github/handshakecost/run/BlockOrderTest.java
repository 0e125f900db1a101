package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockOrderTest {
  private static final int CYCLES = 20;
  private static final Cell CELL = PlanCells.standardCell(Workload.REQUEST);

  /** The distances are not in their order. */
  private static final Group GROUP =
      new Group(
          "httpclient5",
          Stream.of("80ms", "0ms", "20ms")
              .flatMap(
                  rtt ->
                      Stream.of("pooled", "new-connection-full", "new-client")
                          .map(policy -> CELL.with("rtt", rtt).with("policy", policy)))
              .toList());

  @Test
  void distancesComeOneAfterTheOtherAndLoopbackFirst() {
    final List<String> distances =
        order(CYCLES, 1).stream().map(index -> GROUP.cells().get(index).param("rtt")).toList();

    assertThat(distances.stream().distinct()).containsExactly("0ms", "20ms", "80ms");
    assertThat(distances).isSortedAccordingTo((one, other) -> millis(one) - millis(other));
  }

  @Test
  void eachCycleHasEachCellOfItsDistanceOnce() {
    final List<Integer> order = order(CYCLES, 1);

    assertThat(order).hasSize(3 * (CYCLES + 5 + 5));
    for (int cycle = 0; cycle < order.size() / 3; cycle++) {
      final List<Integer> cells = order.subList(3 * cycle, 3 * cycle + 3);
      assertThat(new HashSet<>(cells)).hasSize(3);
      assertThat(cells.stream().map(index -> GROUP.cells().get(index).param("rtt")).distinct())
          .hasSize(1);
    }
  }

  /** Three cycles of the first distance. */
  @Test
  void rehearsalIsTheBeginning() {
    final List<Integer> order = order(CYCLES, 1);

    assertThat(BlockOrder.rehearsal(GROUP, order)).isEqualTo(order.subList(0, 9));
    assertThat(BlockOrder.rehearsal(GROUP, order.subList(0, 4))).isEqualTo(order.subList(0, 4));
  }

  @Test
  void cyclesHaveDifferentOrders() {
    final List<Integer> order = order(CYCLES, 1);

    assertThat(
            IntStream.range(0, CYCLES)
                .mapToObj(cycle -> order.subList(3 * cycle, 3 * cycle + 3))
                .distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() {
    assertThat(order(CYCLES, 1)).isEqualTo(order(CYCLES, 1)).isNotEqualTo(order(CYCLES, 2));
  }

  @ParameterizedTest
  @CsvSource({"30, 7", "20, 5", "16, 4", "12, 4", "4, 4", "2, 2", "1, 1"})
  void distancesHaveAQuarterOfTheCyclesButAtLeastFour(int cycles, int atADistance) {
    final List<Integer> order = order(cycles, 1);

    assertThat(Collections.frequency(order, 3)).isEqualTo(cycles);
    assertThat(Collections.frequency(order, 0)).isEqualTo(atADistance);
    assertThat(Collections.frequency(order, 6)).isEqualTo(atADistance);
  }

  private static List<Integer> order(int cycles, long seed) {
    return BlockOrder.of(
        GROUP,
        new Effort(
            Duration.ofSeconds(1), cycles, Duration.ofMillis(100), 3, 6, Duration.ofHours(1), 0.05),
        seed);
  }

  private static int millis(String rtt) {
    return Integer.parseInt(rtt.replace("ms", ""));
  }
}
