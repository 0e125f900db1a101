package io.github.handshakecost.client;

import java.net.URI;

/**
 * What requests are sent to.
 *
 * @param base scheme, host and port
 * @param addresses that the host stands for
 * @param tls the one protocol version to offer, as the JDK names it ({@code TLSv1.3}); unused when
 *     the scheme is http
 * @param trustAnchors certificates to trust, in PEM
 * @param bearerToken what the API wants in {@code Authorization} (RFC 6750 section 2.1)
 */
public record Target(
    URI base, AddressRing addresses, String tls, String trustAnchors, String bearerToken) {

  public static final String USER_AGENT = "handshake-cost";

  public boolean secure() {
    return base.getScheme().equals("https");
  }

  /** The value of the {@code Authorization} header. */
  public String authorization() {
    return "Bearer " + bearerToken;
  }

  /** Keeps the token out of messages and logs. */
  @Override
  public String toString() {
    return base + " " + tls;
  }
}
