package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.Cell;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server of new JVMs. It is in another process than they are, and warm before they start. */
public final class ColdServer implements AutoCloseable {
  private static final int WARM_UP_REQUESTS = 3_000;

  private final TestBed bed;

  private ColdServer(TestBed bed) {
    this.bed = bed;
  }

  /**
   * Starts the server and warms it up by requests from this process, no longer than the options
   * say.
   *
   * @param cell any one of this server
   * @throws BrokenPremiseException if a response is not the right one
   */
  public static ColdServer start(Cell cell, TrialOptions options) {
    final ColdServer server =
        new ColdServer(new TestBed(List.of(Settings.of(cell.params())), options));
    try {
      server.warmUp(cell, System.nanoTime() + options.warmUp().toNanos());
      return server;
    } catch (IOException e) {
      server.close();
      throw new BrokenPremiseException("the warm-up of the server failed: " + e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void warmUp(Cell cell, long end) throws IOException {
    final Map<String, String> warm = new LinkedHashMap<>(cell.params());
    warm.remove(AxisNames.NTH);
    warm.remove(AxisNames.CDS);
    for (final Policy policy : List.of(Policy.NEW_CLIENT, Policy.POOLED)) {
      warm.put(AxisNames.POLICY, policy.label());
      try (User user = bed.user(CellPlan.of(new Cell(cell.benchmark(), warm)))) {
        int requests = 0;
        do {
          user.perform();
          requests++;
        } while (requests < WARM_UP_REQUESTS && System.nanoTime() < end);
      }
    }
  }

  /**
   * Gets ready for one new JVM: from here on, the server counts for it alone.
   *
   * @param cells that differ in the number of the request alone
   */
  public ColdTrial begin(List<Cell> cells) throws IOException {
    return new ColdTrial(bed, cells);
  }

  @Override
  public void close() {
    bed.close();
  }
}
