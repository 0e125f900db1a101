package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The distances of a trial, one after the other; every user connects again at the next one. */
final class Stages {
  private final TestBed bed;
  private final List<CellTrial> cells;
  private @Nullable Stage stage;
  private long losses;

  /** The distance at the moment. */
  private record Stage(Duration rtt, Calibration calibration) {}

  Stages(TestBed bed, List<CellTrial> cells) {
    this.bed = bed;
    this.cells = cells;
  }

  /** Changes to another distance. */
  void enter(Duration rtt) {
    if (stage != null && stage.rtt.equals(rtt)) {
      return;
    }
    try {
      leave();
      bed.moveTo(rtt);
      stage = new Stage(rtt, bed.calibrate());
      losses = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what the kernel lost in an iteration; null if it was not counted. */
  void add(@Nullable KernelCounters kernel) {
    losses += kernel == null ? 0 : kernel.losses();
  }

  /** Gives the cells of this distance the record of their link. */
  void leave() throws IOException {
    if (stage == null) {
      return;
    }
    cells.forEach(CellTrial::closeWithdrawn);
    final LinkRecord link = bed.record(stage.calibration, losses);
    for (final CellTrial cell : cells) {
      if (cell.rtt().equals(stage.rtt)) {
        cell.link(link);
        cell.closeUser();
      }
    }
    stage = null;
  }
}
