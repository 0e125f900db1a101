package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {

  @ParameterizedTest
  @EnumSource
  void everyCellIsValidAndOccursOnce(Plans named) {
    final Plan plan = named.plan();
    assertThat(plan.cells())
        .allSatisfy(cell -> assertThat(Settings.of(cell.params()).validationError()).isEmpty());
    assertThat(new HashSet<>(plan.cells())).hasSameSizeAs(plan.cells());
  }

  @Test
  void theQuickPlanIsTheHeadline() {
    assertThat(Plans.QUICK.plan().cells())
        .extracting(PlansTest::brief)
        .containsExactly(
            "tls1.3 pooled",
            "tls1.3 new-connection-resumed",
            "tls1.3 new-connection-full",
            "tls1.3 new-client");
  }

  @Test
  void eachPlanHoldsTheSmallerOne() {
    assertThat(Plans.STANDARD.plan().cells()).containsAll(Plans.QUICK.plan().cells());
    assertThat(Plans.FULL.plan().cells()).containsAll(Plans.STANDARD.plan().cells());
  }

  @Test
  void changedPlanIsCalledCustom() {
    final Plan quick = Plans.QUICK.plan();
    assertThat(quick.withCells(quick.cells()).name()).isEqualTo("quick");
    assertThat(quick.withCells(quick.cells().subList(0, 2)).name()).isEqualTo("custom");
  }

  @Test
  void timeBudgetDoesNotDependOnTheNumberOfCells() {
    final Plan quick = Plans.QUICK.plan();
    assertThat(quick.withCells(Plans.FULL.plan().cells()).effort()).isEqualTo(quick.effort());
    assertThat(quick.withCells(quick.cells().subList(0, 2)).effort()).isEqualTo(quick.effort());
  }

  @Test
  void theDefaultPlanIsTheHeadlineThenDistanceThenTheRawSocket() {
    assertThat(Plans.STANDARD.plan().cells())
        .extracting(PlansTest::place)
        .containsExactly(
            "request httpclient5 0ms tls1.3 pooled",
            "request httpclient5 0ms tls1.3 new-connection-resumed",
            "request httpclient5 0ms tls1.3 new-connection-full",
            "request httpclient5 0ms tls1.3 new-client",
            "request httpclient5 0ms tls1.3 new-client-shared-context",
            "request httpclient5 0ms http pooled",
            "request httpclient5 0ms http new-connection-full",
            "request httpclient5 20ms tls1.3 pooled",
            "request httpclient5 20ms tls1.3 new-connection-resumed",
            "request httpclient5 20ms tls1.3 new-connection-full",
            "request httpclient5 20ms tls1.3 new-client",
            "yearly-records httpclient5 20ms tls1.3 pooled",
            "yearly-records httpclient5 20ms tls1.3 new-client",
            "request raw-socket 0ms tls1.3 pooled");
  }

  /** Groups of users are apart, and those of one user come first. */
  @Test
  void theLoadPlanHasAGroupForEachNumberOfUsers() {
    assertThat(Group.of(Plans.LOAD.plan().cells()))
        .extracting(Group::label, group -> group.cells().size())
        .containsExactly(
            tuple("httpclient5 users=1", 2),
            tuple("httpclient5 users=4", 2),
            tuple("httpclient5 users=16", 4),
            tuple("httpclient5 users=64", 2));
    assertThat(Plans.LOAD.plan().cells())
        .allSatisfy(cell -> assertThat(Settings.of(cell.params()).validationError()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Plans.class,
      names = {"COLD", "LOAD"},
      mode = EnumSource.Mode.EXCLUDE)
  void theFirstGroupIsTheHeadlines(Plans named) {
    final Group first = Group.of(named.plan().cells()).get(0);
    assertThat(first.label()).startsWith("httpclient5");
    assertThat(first.cells()).containsAll(Plans.QUICK.plan().cells());
  }

  @Test
  void everyNewJvmSendsAllRequestsOfTheColdPlan() {
    assertThat(Group.of(Plans.COLD.plan().cells()))
        .extracting(
            Group::label, group -> group.cells().stream().map(cell -> cell.param("nth")).toList())
        .containsExactlyInAnyOrder(
            tuple(
                "httpclient5 policy=new-client cds=on",
                List.of("1", "2", "5", "10", "100", "1000")),
            tuple("httpclient5 policy=pooled cds=on", List.of("2", "5", "10", "100", "1000")),
            tuple(
                "httpclient5 policy=new-client cds=off",
                List.of("1", "2", "5", "10", "100", "1000")),
            tuple("httpclient5 policy=pooled cds=off", List.of("2", "5", "10", "100", "1000")));
  }

  @Test
  void planOfWarmAndNewJvmsIsRefused() {
    final Plan quick = Plans.QUICK.plan();
    final List<Cell> both = new ArrayList<>(quick.cells());
    both.addAll(Plans.COLD.plan().cells());

    assertThatThrownBy(() -> quick.withCells(both))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("a plan measures warm JVMs or new ones, not both;");
  }

  @Test
  void theRawSocketIsTheLastGroupOfTheDefaultPlan() {
    assertThat(Group.of(Plans.STANDARD.plan().cells()))
        .extracting(Group::label)
        .containsExactly("httpclient5", "raw-socket");
  }

  @Test
  void aRoundTakesAsLongAsAForkOfEachGroup() {
    final Plan plan = Plans.STANDARD.plan();
    assertThat(plan.guess())
        .isEqualTo(
            TimeBudget.guess(plan.effort(), Group.of(plan.cells()).get(0))
                .plus(TimeBudget.guess(plan.effort(), Group.of(plan.cells()).get(1))));
  }

  @ParameterizedTest
  @EnumSource
  void aPlanIsFoundByItsName(Plans named) {
    assertThat(Plans.named(named.label())).isEqualTo(named);
    assertThat(named.plan().name()).isEqualTo(named.label());
  }

  private static String place(Cell cell) {
    return String.join(" ", cell.benchmark(), cell.param("client"), cell.param("rtt"), brief(cell));
  }

  private static String brief(Cell cell) {
    return cell.param("protocol") + " " + cell.param("policy");
  }
}
