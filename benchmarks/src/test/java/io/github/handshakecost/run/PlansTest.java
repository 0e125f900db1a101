package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.Cell;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {

  @ParameterizedTest
  @EnumSource
  void everyCellMakesSenseAndOccursOnce(Plans named) {
    final Plan plan = named.plan();
    assertThat(plan.cells())
        .allSatisfy(cell -> assertThat(Settings.of(cell.params()).nonsense()).isEmpty());
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
            "tls1.3 new-client",
            "http pooled",
            "http new-connection-full");
  }

  @Test
  void eachPlanHoldsTheSmallerOne() {
    assertThat(Plans.STANDARD.plan().cells()).containsAll(Plans.QUICK.plan().cells());
    assertThat(Plans.FULL.plan().cells()).containsAll(Plans.STANDARD.plan().cells());
  }

  @Test
  void aChangedPlanHasNoNameOfItsOwn() {
    final Plan quick = Plans.QUICK.plan();
    assertThat(quick.withCells(quick.cells()).name()).isEqualTo("quick");
    assertThat(quick.withCells(quick.cells().subList(0, 2)).name()).isEqualTo("custom");
  }

  @Test
  void moreCellsHaveMoreTime() {
    final Plan quick = Plans.QUICK.plan();
    final Plan wide =
        quick.withCells(Overrides.apply(Map.of("body", "0,1024,65536"), quick.cells()));
    assertThat(wide.cells()).hasSize(3 * quick.cells().size());
    assertThat(wide.effort().budget()).isEqualTo(quick.effort().budget().multipliedBy(3));
    assertThat(quick.withCells(quick.cells().subList(0, 2)).effort()).isEqualTo(quick.effort());
  }

  private static String brief(Cell cell) {
    return cell.param("protocol") + " " + cell.param("policy");
  }
}
