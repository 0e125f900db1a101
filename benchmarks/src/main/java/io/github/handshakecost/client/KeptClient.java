package io.github.handshakecost.client;

import io.github.handshakecost.result.Phase;
import java.io.IOException;

/** One client for all requests. */
public final class KeptClient implements Requester {
  private final Client client;
  private final ClientTls tls;
  private final Wiring wiring;
  private final boolean forgetsSessions;
  private final boolean keepsConnection;

  private KeptClient(Wiring wiring, boolean forgetsSessions, boolean keepsConnection) {
    this.wiring = wiring;
    this.forgetsSessions = forgetsSessions;
    this.keepsConnection = keepsConnection;
    tls = wiring.loadTls();
    client = wiring.open(tls, HeaderPlace.ON_CLIENT);
  }

  /** Keeps the connection too: a session. */
  public static Requester withConnection(Wiring wiring) {
    return new KeptClient(wiring, false, true);
  }

  /** Opens a connection for each request and resumes the TLS session. */
  public static Requester withSessions(Wiring wiring) {
    return new KeptClient(wiring, false, false);
  }

  /** Opens a connection for each request and makes a full handshake. */
  public static Requester withoutSessions(Wiring wiring) {
    return new KeptClient(wiring, true, false);
  }

  @Override
  public byte[] get(String path) throws IOException {
    if (forgetsSessions) {
      tls.forgetSessions();
      wiring.clock().lap(Phase.SETUP);
    }
    final Response response = client.get(path);
    wiring.check().check(path, response);
    wiring.clock().lap(Phase.EXCHANGE);
    if (!keepsConnection) {
      client.closeConnections();
      wiring.clock().lap(Phase.CLOSE);
    }
    return response.body();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
