package io.github.handshakecost.model;

/** The names of axes and values, as they stand on the command line and in saved runs. */
public final class AxisNames {
  public static final String POLICY = "policy";
  public static final String PROTOCOL = "protocol";
  public static final String RTT = "rtt";
  public static final String CLIENT = "client";
  public static final String PLACEMENT = "placement";

  /** Which request of a new JVM; only cold cells have it. */
  public static final String NTH = "nth";

  /** Class-data sharing of a new JVM; only cold cells have it. */
  public static final String CDS = "cds";

  public static final String POOLED = "pooled";
  public static final String RESUMED = "new-connection-resumed";
  public static final String FULL = "new-connection-full";
  public static final String NEW_CLIENT = "new-client";
  public static final String NEW_CLIENT_SHARED_CONTEXT = "new-client-shared-context";

  public static final String HTTP = "http";
  public static final String TLS_1_2 = "tls1.2";
  public static final String LOOPBACK = "0ms";
  public static final String SAME_CORE = "same-core";
  public static final String FREE = "free";

  /** The benchmark of one request; its ratios are the headline. */
  public static final String REQUEST = "request";

  private AxisNames() {}
}
