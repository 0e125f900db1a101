package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupTest {
  private static final Cell CELL = PlanCells.standardCell(Workload.REQUEST);

  @ParameterizedTest
  @CsvSource({
    "client, raw-socket",
    "serverTls, jdk",
    "transport, nio",
    "placement, free",
    "users, 4"
  })
  void cellsThatNeedOtherCodeOrAnotherServerAreApart(String axis, String value) {
    final Cell other = CELL.with(axis, value);

    assertThat(Group.of(List.of(CELL, other)))
        .extracting(Group::cells)
        .containsExactly(List.of(CELL), List.of(other));
  }

  /** A new JVM sends its requests in the order of their numbers, to one server. */
  @Test
  void requestsOfANewJvmAscendAndHaveOneKey() {
    final Cell tenth = CELL.with("placement", "free").with("nth", "10").with("cds", "on");
    final Cell second = tenth.with("nth", "2");
    final Cell other = second.with("key", "rsa-2048");

    assertThat(Group.of(List.of(tenth, second, other)))
        .extracting(Group::cells)
        .containsExactly(List.of(second, tenth), List.of(other));
  }

  @Test
  void policiesAndProtocolsOfAThinClientAreApart() {
    final Cell raw = CELL.with("client", "raw-socket");
    final Cell plain = raw.with("protocol", "http");
    final Cell fresh = raw.with("policy", "new-client");
    final Cell far = raw.with("rtt", "20ms");

    assertThat(Group.of(List.of(CELL, raw, plain, fresh, far)))
        .containsExactly(
            new Group("httpclient5", List.of(CELL)),
            new Group("raw-socket protocol=tls1.3 policy=pooled", List.of(raw, far)),
            new Group("raw-socket protocol=http policy=pooled", List.of(plain)),
            new Group("raw-socket protocol=tls1.3 policy=new-client", List.of(fresh)));
  }

  @ParameterizedTest
  @CsvSource({"policy, new-client", "protocol, http", "body, 0", "cds, off"})
  void onlyTheRequestsOfANewJvmAreTogether(String axis, String value) {
    final Cell second = CELL.with("placement", "free").with("nth", "2").with("cds", "on");
    final Cell fifth = second.with("nth", "5");
    final Cell other = second.with(axis, value);

    assertThat(Group.of(List.of(second, fifth, other)))
        .extracting(Group::cells)
        .containsExactly(List.of(second, fifth), List.of(other));
  }

  @Test
  void policiesProtocolsCertificatesBodiesDistancesAndBenchmarksAreTogether() {
    final List<Cell> cells =
        List.of(
            CELL,
            CELL.with("policy", "new-client"),
            CELL.with("protocol", "http"),
            CELL.with("body", "0"),
            CELL.with("key", "rsa-2048"),
            CELL.with("trust", "bundle"),
            CELL.with("rtt", "20ms"),
            CELL.with("pool", "5"),
            PlanCells.standardCell(Workload.YEARLY_RECORDS));

    assertThat(Group.of(cells)).containsExactly(new Group("httpclient5", cells));
  }

  @Test
  void groupsAndTheirCellsStandInTheOrderOfThePlan() {
    final Cell raw = CELL.with("client", "raw-socket");
    final Cell rawFar = raw.with("rtt", "20ms");
    final Cell far = CELL.with("rtt", "20ms");

    assertThat(Group.of(List.of(rawFar, far, CELL, raw)))
        .extracting(Group::cells)
        .containsExactly(List.of(rawFar, raw), List.of(far, CELL));
  }

  @Test
  void labelNamesTheClientAndTheValuesThatDiffer() {
    assertThat(
            Group.of(
                List.of(CELL, CELL.with("transport", "nio"), CELL.with("client", "raw-socket"))))
        .extracting(Group::label)
        .containsExactly(
            "httpclient5 transport=auto", "httpclient5 transport=nio", "raw-socket transport=auto");
  }

  @Test
  void labelsAreUnique() {
    assertThat(Group.of(Plans.FULL.plan().cells()))
        .extracting(Group::label)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(5);
  }

  @Test
  void headlineIsTheFirstGroupAndTheRawSocketTheLast() {
    assertThat(Group.of(Plans.STANDARD.plan().cells()))
        .extracting(Group::label)
        .containsExactly("httpclient5", "raw-socket");
  }
}
