package io.github.handshakecost.axis;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.placement.Affinity;

/** Where the client's thread and the server's event loop run while measuring. */
public enum Placement implements AxisValue {
  /**
   * Both on one core. They take turns, so a request costs the CPU of both sides and no waking of an
   * idle core.
   */
  SAME_CORE("same-core") {
    @Override
    public void place(HttpsFixture fixture) {
      final int cpu = Affinity.measuringCpu();
      Affinity.pinCurrentThread(cpu);
      fixture.onServerThreads(() -> Affinity.pinCurrentThread(cpu));
    }
  },
  /** Wherever the scheduler puts them, from second to second. */
  FREE("free") {
    @Override
    public void place(HttpsFixture fixture) {}
  };

  private final String label;

  Placement(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * Places the calling thread and the server's threads.
   *
   * @throws io.github.handshakecost.placement.PlacementRefusedException if the system refuses
   */
  public abstract void place(HttpsFixture fixture);
}
