package io.github.handshakecost;

import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Whether tests at a distance can run on this machine. */
public final class PrivateNetworkHere {
  private PrivateNetworkHere() {}

  /** The words before a command that runs in a private network; skips the test without one. */
  public static List<String> prefixOrSkip() {
    try {
      final List<String> prefix = PrivateNetwork.prefix();
      System.out.println("runs at a distance: really made");
      return prefix;
    } catch (LinkUnavailableException e) {
      System.out.println("runs at a distance: skipped, since " + e.getMessage());
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }
}
