package io.github.handshakecost.client;

import io.github.handshakecost.result.Phase;
import java.io.IOException;
import java.util.function.Supplier;

/** A new client for each request, closed after it. */
public final class FreshClient implements Requester {
  private final Wiring wiring;
  private final Supplier<ClientTls> tls;

  private FreshClient(Wiring wiring, Supplier<ClientTls> tls) {
    this.wiring = wiring;
    this.tls = tls;
  }

  /** With a context of its own, its trust anchors loaded anew. */
  public static Requester withItsOwnContext(Wiring wiring) {
    return new FreshClient(wiring, wiring.target().secure() ? wiring::loadTls : shared(wiring));
  }

  /** With one context for all: the common half fix, which lets sessions resume. */
  public static Requester withSharedContext(Wiring wiring) {
    return new FreshClient(wiring, shared(wiring));
  }

  private static Supplier<ClientTls> shared(Wiring wiring) {
    final ClientTls shared = wiring.loadTls();
    return () -> shared;
  }

  @Override
  public byte[] get(String path) throws IOException {
    final PhaseClock clock = wiring.clock();
    try (Client client = wiring.open(tls.get(), HeaderPlace.ON_REQUEST)) {
      clock.lap(Phase.SETUP);
      final Response response = client.get(path);
      wiring.check().check(path, response);
      clock.lap(Phase.EXCHANGE);
      return response.body();
    } finally {
      clock.lap(Phase.CLOSE);
    }
  }

  @Override
  public void close() {}
}
