package io.github.handshakecost.model;

import java.util.Arrays;
import java.util.Optional;

/** How much a program reuses from one request to the next; each policy reuses one thing less. */
public enum Policy {
  POOLED(
      AxisNames.POOLED,
      "client, connection and session are kept",
      false,
      new ExpectedCounts(0, 0, 0)),
  NEW_CONNECTION_RESUMED(
      AxisNames.RESUMED,
      "a new TCP connection for each request; the TLS session is resumed",
      true,
      new ExpectedCounts(1, 1, 0)),
  NEW_CONNECTION_FULL(
      AxisNames.FULL,
      "a new TCP connection for each request and, over TLS, a full handshake",
      false,
      new ExpectedCounts(1, 1, 1)),
  NEW_CLIENT(
      AxisNames.NEW_CLIENT,
      "a new client for each request, with a new TLS context and its trust anchors loaded again",
      false,
      new ExpectedCounts(1, 1, 1)),
  /** A common partial fix. */
  NEW_CLIENT_SHARED_CONTEXT(
      AxisNames.NEW_CLIENT_SHARED_CONTEXT,
      "a new client for each request, on a TLS context that all share, so that most handshakes"
          + " are resumed",
      true,
      new ExpectedCounts(1, 1, null));

  private final String label;
  private final String description;
  private final boolean needsTls;
  private final ExpectedCounts overTls;

  Policy(String label, String description, boolean needsTls, ExpectedCounts overTls) {
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

  public ExpectedCounts expectedCounts(boolean secure) {
    return secure ? overTls : new ExpectedCounts(overTls.connections(), 0, 0);
  }
}
