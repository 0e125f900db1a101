package io.github.handshakecost.client;

import io.github.handshakecost.model.AxisNames;

/**
 * How a client is set up.
 *
 * @param headers where the headers are set that every request carries
 */
public record ClientOptions(HeaderPlace headers, Recovery recovery) {

  /** Where the headers are set that every request carries. */
  public enum HeaderPlace {
    /** Once, on the client. */
    ON_CLIENT,
    /** On each request, as a script without a session does. */
    ON_REQUEST
  }

  /** What a client does about a kept connection that the server has closed meanwhile. */
  public enum Recovery {
    /** The request fails. */
    NONE("none"),
    /** It sends the request again, on another connection. */
    RETRY("retry"),
    /** It looks at the connection before each request. */
    CHECK(AxisNames.CHECK);

    private final String label;

    Recovery(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
