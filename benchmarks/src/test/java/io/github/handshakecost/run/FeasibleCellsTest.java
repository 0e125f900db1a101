package io.github.handshakecost.run;

import static io.github.handshakecost.client.ClientKind.HTTPCLIENT5;
import static io.github.handshakecost.client.ClientKind.JDK;
import static io.github.handshakecost.model.Policy.POOLED;
import static io.github.handshakecost.model.Protocol.TLS_1_3;
import static io.github.handshakecost.trial.Workload.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Warning;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FeasibleCellsTest {
  private static final List<Cell> BOTH =
      Stream.of(HTTPCLIENT5, JDK)
          .flatMap(client -> PlanCells.ladder(REQUEST, client, TLS_1_3, POOLED).stream())
          .toList();
  private static final FeasibleCells CELLS = new FeasibleCells(BOTH, List.of(), List.of());

  @Test
  void clientOfALaterJdkIsLeftOutOfAPlanWithAWarning() {
    final FeasibleCells older = CELLS.on(20, Set.of());

    assertThat(older.cells()).containsExactly(BOTH.get(0));
    assertThat(older.warnings())
        .singleElement()
        .extracting(Warning::cause)
        .asString()
        .startsWith(
            "a part of the plan was not measured: client=jdk cannot be closed before JDK 21");
    assertThat(CELLS.on(21, Set.of())).isEqualTo(CELLS);
  }

  @Test
  void clientThatWasNamedIsRefused() {
    assertThatThrownBy(() -> CELLS.on(20, Set.of("client")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("client=jdk", "JDK 21", "-jvm");
  }

  @Test
  void groupThatTheJdkLacksIsRefused() {
    final Cell cell = BOTH.get(0).with("group", "x25519mlkem768");
    final FeasibleCells cells = new FeasibleCells(List.of(cell), List.of(), List.of());

    assertThatThrownBy(() -> cells.on(26, Set.of("group")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("group=x25519mlkem768", "JDK 26", "clientTls=conscrypt");
    assertThat(cells.on(27, Set.of("group"))).isEqualTo(cells);
  }

  @Test
  void groupThatAnotherLibraryHasIsLeftOutForTheJdk() {
    final Cell jdk = BOTH.get(0).with("group", "x25519mlkem768");
    final Cell conscrypt = jdk.with("clientTls", "conscrypt");
    final Cell possible = BOTH.get(0).with("group", "x25519");
    final FeasibleCells cells =
        new FeasibleCells(List.of(jdk, conscrypt, possible), List.of(), List.of());

    final FeasibleCells feasible = cells.on(26, Set.of("group", "clientTls"));

    assertThat(feasible.cells()).containsExactly(conscrypt, possible);
    assertThat(feasible.warnings()).hasSize(1);
  }
}
