package io.github.handshakecost.axis;

import io.github.handshakecost.client.FreshClient;
import io.github.handshakecost.client.KeptClient;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Wiring;
import io.github.handshakecost.proof.Handshakes;
import io.github.handshakecost.proof.Promise;
import java.util.function.Function;

/** The ladder: what is kept from one request to the next. Each rung keeps one thing less. */
public enum Policy implements AxisValue {
  /** Client, connection and session are kept. */
  POOLED("pooled", false, KeptClient::withConnection, new Promise(false, Handshakes.NONE)),
  /** A new TCP connection; the TLS session is resumed. */
  NEW_CONNECTION_RESUMED(
      "new-connection-resumed",
      true,
      KeptClient::withSessions,
      new Promise(true, Handshakes.RESUMED)),
  /** A new TCP connection and, over TLS, a full handshake. */
  NEW_CONNECTION_FULL(
      "new-connection-full",
      false,
      KeptClient::withoutSessions,
      new Promise(true, Handshakes.FULL)),
  /** A new client with a TLS context of its own, its trust anchors loaded anew. */
  NEW_CLIENT(
      "new-client", false, FreshClient::withItsOwnContext, new Promise(true, Handshakes.FULL)),
  /** A new client on a TLS context that all share: the common half fix. */
  NEW_CLIENT_SHARED_CONTEXT(
      "new-client-shared-context",
      true,
      FreshClient::withSharedContext,
      new Promise(true, Handshakes.EITHER));

  private final String label;
  private final boolean needsTls;
  private final Function<Wiring, Requester> requesters;
  private final Promise promise;

  Policy(String label, boolean needsTls, Function<Wiring, Requester> requesters, Promise promise) {
    this.label = label;
    this.needsTls = needsTls;
    this.requesters = requesters;
    this.promise = promise;
  }

  @Override
  public String label() {
    return label;
  }

  boolean needsTls() {
    return needsTls;
  }

  /** Something that issues requests under this policy. */
  public Requester requester(Wiring wiring) {
    return requesters.apply(wiring);
  }

  /** What the server's ledger must show of requests under this policy. */
  public Promise promise(Protocol protocol) {
    return protocol.secure() ? promise : promise.withoutTls();
  }
}
