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
        .startsWith("a client was not measured: client=jdk cannot be closed before JDK 21");
    assertThat(CELLS.on(21, Set.of())).isEqualTo(CELLS);
  }

  @Test
  void clientThatWasNamedIsRefused() {
    assertThatThrownBy(() -> CELLS.on(20, Set.of("client")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("client=jdk", "JDK 21", "-jvm");
  }
}
