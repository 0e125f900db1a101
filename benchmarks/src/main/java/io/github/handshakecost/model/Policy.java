package io.github.handshakecost.model;

import io.github.handshakecost.model.ExpectedCounts.Handshake;
import java.util.Arrays;
import java.util.Optional;

/** How much a program reuses from one request to the next; each policy reuses one thing less. */
public enum Policy {
  POOLED(AxisNames.POOLED, "client, connection and session are kept", false, Handshake.FULL),
  LIMITED(
      AxisNames.LIMITED,
      "the connection is closed after requestsPerConnection requests; the next one makes a full"
          + " handshake",
      false,
      Handshake.FULL),
  EXPIRED(
      AxisNames.EXPIRED,
      "the client keeps its connection, but the server closes it while it is idle; the client"
          + " finds that out, opens another and resumes the session",
      true,
      Handshake.RESUMED),
  NEW_CONNECTION_RESUMED(
      AxisNames.RESUMED,
      "a new TCP connection for each request; the TLS session is resumed",
      true,
      Handshake.RESUMED),
  NEW_CONNECTION_FULL(
      AxisNames.FULL,
      "a new TCP connection for each request and, over TLS, a full handshake",
      false,
      Handshake.FULL),
  NEW_CLIENT(
      AxisNames.NEW_CLIENT,
      "a new client for each request, with a new TLS context and its trust anchors loaded again",
      false,
      Handshake.FULL),
  /** A common partial fix. */
  NEW_CLIENT_SHARED_CONTEXT(
      AxisNames.NEW_CLIENT_SHARED_CONTEXT,
      "a new client for each request, on a TLS context that all share, so that most handshakes"
          + " are resumed",
      true,
      Handshake.EITHER);

  private final String label;
  private final String description;
  private final boolean needsTls;
  private final Handshake overTls;

  Policy(String label, String description, boolean needsTls, Handshake overTls) {
    this.label = label;
    this.description = description;
    this.needsTls = needsTls;
    this.overTls = overTls;
  }

  /** The policy of this label; empty if there is none, as in a run of a later version. */
  public static Optional<Policy> of(String label) {
    return Arrays.stream(values()).filter(policy -> policy.label.equals(label)).findFirst();
  }

  public String label() {
    return label;
  }

  public String description() {
    return description;
  }

  /** Whether the policy is about TLS sessions, and so has no meaning over plain HTTP. */
  public boolean needsTls() {
    return needsTls;
  }

  /** Whether connections are closed while their client is kept. */
  public boolean closesConnections() {
    return switch (this) {
      case EXPIRED, LIMITED, NEW_CONNECTION_RESUMED, NEW_CONNECTION_FULL -> true;
      case POOLED, NEW_CLIENT, NEW_CLIENT_SHARED_CONTEXT -> false;
    };
  }

  /**
   * The counts of one user under this policy.
   *
   * @param limit the requests on a connection, for {@link #LIMITED}
   */
  public ExpectedCounts expectedCounts(boolean secure, int limit) {
    return expectedCounts(secure, limit, 1);
  }

  /**
   * The counts under this policy. If several connections are open at a time, the client may hold no
   * ticket for the next one, so its handshake may be of either kind.
   *
   * @param limit the requests on a connection, for {@link #LIMITED}
   * @param connections the most that are open at a time
   */
  public ExpectedCounts expectedCounts(boolean secure, int limit, int connections) {
    final int requestsPerConnection =
        switch (this) {
          case POOLED -> 0;
          case LIMITED -> limit;
          default -> 1;
        };
    return new ExpectedCounts(
        requestsPerConnection,
        secure ? handshake(connections) : Handshake.NONE,
        this == EXPIRED ? 1 : requestsPerConnection > 0 ? 0 : connections,
        this == EXPIRED);
  }

  private Handshake handshake(int connections) {
    return connections > 1 && this != NEW_CLIENT ? Handshake.EITHER : overTls;
  }
}
