package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The cells of plans with named axes. */
class OverridesTest {

  @Test
  void namedValuesAndNothingElseAreMeasured() {
    assertThat(requests(Plans.STANDARD, "policy=pooled,new-client", "protocol=tls1.3", "rtt=0ms"))
        .extracting(OverridesTest::brief)
        .containsExactly(
            "request httpclient5 0ms tls1.3 pooled", "request httpclient5 0ms tls1.3 new-client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rtt=0ms,5ms,20ms,50ms protocol=http,tls1.2,tls1.3 policy=pooled,new-connection-full,new-client | 36
          policy=pooled rtt=0ms policy=new-client protocol=http protocol=tls1.3 | 4
          policy=pooled,pooled policy=pooled rtt=20ms protocol=http             | 1
          policy=pooled,new-connection-resumed protocol=http,tls1.3 rtt=0ms     | 3
          policy=pooled protocol=http rtt=0ms client=raw-socket                 | 1
          policy=pooled protocol=http rtt=0ms body=0,65536 key=ec-p256,rsa-2048 | 4
          """)
  void validCombinationsAreMeasuredOnce(String arguments, int cells) {
    assertThat(requests(Plans.STANDARD, arguments.split(" ")))
        .hasSize(cells)
        .doesNotHaveDuplicates();
  }

  @Test
  void planIsNarrowedToItsCellsWithTheseValues() {
    final List<Cell> plan = Plans.TLS.plan().cells();

    assertThat(Overrides.parse(List.of("policy=new-connection-full", "key=rsa-4096")).narrow(plan))
        .containsExactlyElementsOf(
            plan.stream()
                .filter(cell -> cell.policy().equals("new-connection-full"))
                .filter(cell -> cell.param("key").equals("rsa-4096"))
                .toList())
        .isNotEmpty();
    assertThat(Overrides.parse(List.of("key=rsa-4096", "rtt=5ms")).narrow(plan)).isEmpty();
    assertThat(Overrides.parse(List.of("nth=2")).narrow(plan)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Plans.class,
      names = {"COLD", "LOAD"},
      mode = EnumSource.Mode.EXCLUDE)
  void planDoesNotMatterIfAllMainAxesAreNamed(Plans plan) {
    final String[] named = {"policy=pooled,new-connection-full", "protocol=tls1.2", "rtt=5ms"};
    assertThat(requests(plan, named)).isEqualTo(requests(Plans.STANDARD, named)).hasSize(2);
  }

  @Test
  void newValueOfALoadKeepsItsPlacement() {
    assertThat(requests(Plans.LOAD, "users=8"))
        .extracting(Cell::policy, Cell::users, cell -> cell.param("placement"))
        .containsExactly(tuple("pooled", 8, "free"), tuple("new-client-shared-context", 8, "free"));
  }

  @Test
  void requestOfANewJvmNeedsNoOtherAxis() {
    assertThat(requests(Plans.STANDARD, "nth=1,2", "policy=pooled,new-client", "protocol=http"))
        .extracting(
            OverridesTest::brief,
            cell -> cell.param("nth"),
            cell -> cell.param("cds"),
            cell -> cell.param("placement"))
        .containsExactly(
            tuple("request httpclient5 0ms http new-client", "1", "on", "free"),
            tuple("request httpclient5 0ms http pooled", "2", "on", "free"),
            tuple("request httpclient5 0ms http new-client", "2", "on", "free"));
  }

  @ParameterizedTest
  @EnumSource
  void requestOfANewJvmIsTimedOnceUnderEveryPlan(Plans plan) {
    final Cell cell = requests(plan, "nth=2", "rtt=0ms").get(0);

    assertThat(plan.plan().effort().cyclesOf(cell)).isEqualTo(1);
  }

  @Test
  void coldPlanKeepsItsRequestsOnAnotherAxis() {
    assertThat(requests(Plans.COLD, "client=raw-socket"))
        .containsExactlyInAnyOrderElementsOf(
            Plans.COLD.plan().cells().stream()
                .map(cell -> cell.with("client", "raw-socket"))
                .toList());
  }

  @Test
  void placementThatWasNamedForANewJvmIsNotReplaced() {
    assertThatThrownBy(() -> requests(Plans.COLD, "placement=same-core"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("use placement=free");
  }

  @Test
  void otherAxesKeepTheValuesOfThePlan() {
    assertThat(requests(Plans.QUICK, "rtt=20ms"))
        .isEqualTo(
            Plans.QUICK.plan().cells().stream().map(cell -> cell.with("rtt", "20ms")).toList());
    assertThat(requests(Plans.STANDARD, "rtt=20ms"))
        .extracting(OverridesTest::brief)
        .containsExactly(
            "request httpclient5 20ms tls1.3 pooled",
            "request httpclient5 20ms tls1.3 new-connection-resumed",
            "request httpclient5 20ms tls1.3 new-connection-full",
            "request httpclient5 20ms tls1.3 new-client",
            "request httpclient5 20ms tls1.3 new-client-shared-context",
            "request httpclient5 20ms http pooled",
            "request httpclient5 20ms http new-connection-full");
  }

  @Test
  void otherBenchmarksAndClientsAreNotAdded() {
    assertThat(requests(Plans.FULL, "body=0"))
        .allSatisfy(
            cell -> {
              assertThat(cell.benchmark()).isEqualTo("request");
              assertThat(cell.param("client")).isEqualTo("httpclient5");
              assertThat(cell.param("key")).isEqualTo("ec-p256");
              assertThat(cell.param("body")).isEqualTo("0");
            });
  }

  @Test
  void everyProtocolHasThePoliciesThatMakeSenseForIt() {
    assertThat(requests(Plans.QUICK, "protocol=http,tls1.2"))
        .extracting(OverridesTest::brief)
        .containsExactly(
            "request httpclient5 0ms http pooled",
            "request httpclient5 0ms http new-connection-full",
            "request httpclient5 0ms http new-client",
            "request httpclient5 0ms tls1.2 pooled",
            "request httpclient5 0ms tls1.2 new-connection-resumed",
            "request httpclient5 0ms tls1.2 new-connection-full",
            "request httpclient5 0ms tls1.2 new-client");
  }

  @Test
  void groupsStayTogether() {
    assertThat(Group.of(requests(Plans.QUICK, "client=httpclient5,raw-socket", "protocol=tls1.3")))
        .extracting(Group::label)
        .containsExactly(
            "httpclient5",
            "raw-socket policy=pooled",
            "raw-socket policy=new-connection-resumed",
            "raw-socket policy=new-connection-full",
            "raw-socket policy=new-client");
  }

  /** The quick plan has no loops. */
  @ParameterizedTest
  @EnumSource(names = {"QUICK", "STANDARD"})
  void loopsHaveThePoliciesOfLoopsInThePlan(Plans plan) {
    assertThat(loops(plan, "rtt=80ms"))
        .extracting(OverridesTest::brief)
        .containsExactly(
            "yearly-records httpclient5 80ms tls1.3 pooled",
            "yearly-records httpclient5 80ms tls1.3 new-client");
  }

  @Test
  void fullPlanHasLoopsUnderAllPolicies() {
    assertThat(loops(Plans.FULL, "rtt=80ms")).hasSize(5);
  }

  @Test
  void loopsHaveNoBodySize() {
    assertThatThrownBy(() -> loops(Plans.STANDARD, "body=0"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "yearly-records has fixed bodies, so -p body is not allowed; leave it out, or"
                + " measure request");
  }

  @Test
  void onlyMeaninglessCombinationsAreRefused() {
    assertThatThrownBy(
            () -> requests(Plans.QUICK, "protocol=http", "policy=new-connection-resumed"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("policy=new-connection-resumed needs TLS")
        .hasMessageContaining("new-connection-full");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          colour=red              | there is no axis colour; axes: policy,
          polcy=pooled            | there is no axis polcy (did you mean policy?); axes: policy,
          =pooled                 | there is no axis
          policy=pooled,sometimes | policy=sometimes is not known; known values: pooled,
          policy=poled            | policy=poled is not known (did you mean pooled?); known values: pooled,
          rtt=20                  | rtt 20: add a unit, as in 20ms
          policy                  | -p policy lacks a value; give one, as in -p policy=pooled; known values: pooled,
          policy=                 | -p policy= lacks a value; give one, as in -p policy=pooled
          policy=pooled,          | -p policy=pooled, lacks a value; give one
          body=,                  | -p body=, lacks a value; give one, as in -p body=1024; known values: 0 to 1048576 bytes
          policy=pooled=new       | policy=pooled=new is not known
          """)
  void mistakeIsAnsweredWithTheKnownValues(String argument, String sentence) {
    assertThatThrownBy(() -> Overrides.parse(List.of(argument)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(sentence);
  }

  private static List<Cell> requests(Plans plan, String... arguments) {
    return Overrides.parse(List.of(arguments)).apply(plan.plan().cells(), Workload.REQUEST);
  }

  private static List<Cell> loops(Plans plan, String... arguments) {
    return Overrides.parse(List.of(arguments)).apply(plan.plan().cells(), Workload.YEARLY_RECORDS);
  }

  private static String brief(Cell cell) {
    return String.join(
        " ",
        cell.benchmark(),
        cell.param("client"),
        cell.param("rtt"),
        cell.param("protocol"),
        cell.param("policy"));
  }
}
