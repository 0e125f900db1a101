package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private static final List<Cell> QUICK = Plans.QUICK.plan().cells();

  @Test
  void anAxisIsTurnedOnEveryCell() {
    final List<Cell> cells = Overrides.apply(Map.of("body", "0,65536"), QUICK);
    assertThat(cells).hasSize(2 * QUICK.size());
    assertThat(cells).filteredOn(cell -> cell.param("body").equals("0")).hasSize(QUICK.size());
  }

  @Test
  void cellsThatBecomeEqualAreMeasuredOnce() {
    assertThat(Overrides.apply(Map.of("protocol", "tls1.3"), QUICK)).hasSize(4);
  }

  @Test
  void combinationsWithoutMeaningAreLeftOut() {
    assertThat(Overrides.apply(Map.of("protocol", "http"), QUICK))
        .extracting(cell -> cell.param("policy"))
        .containsExactly("pooled", "new-connection-full", "new-client");
  }

  @Test
  void nothingButNonsenseIsRefused() {
    assertThatThrownBy(
            () ->
                Overrides.apply(
                    Map.of("protocol", "http", "policy", "new-connection-resumed"), QUICK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("policy=new-connection-resumed needs TLS")
        .hasMessageContaining("new-connection-full");
  }

  @Test
  void anUnknownAxisIsRefused() {
    assertThatThrownBy(() -> Overrides.apply(Map.of("colour", "red"), QUICK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no axis colour")
        .hasMessageContaining("policy");
  }

  @Test
  void anUnknownValueIsRefused() {
    assertThatThrownBy(() -> Overrides.apply(Map.of("policy", "pooled,sometimes"), QUICK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("policy=sometimes")
        .hasMessageContaining("new-client-shared-context");
  }
}
