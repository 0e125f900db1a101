package io.github.handshakecost.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of axes and values, as they stand on the command line and in saved runs. */
public final class AxisNames {
  public static final String POLICY = "policy";
  public static final String PROTOCOL = "protocol";
  public static final String RTT = "rtt";
  public static final String CLIENT = "client";
  public static final String BODY = "body";
  public static final String PLACEMENT = "placement";
  public static final String CHAIN = "chain";
  public static final String CLIENT_AUTH = "clientAuth";
  public static final String CLIENT_TLS = "clientTls";
  public static final String TRUST = "trust";
  public static final String GROUP = "group";
  public static final String SERVER_NAGLE = "serverNagle";
  public static final String IDLE = "idle";
  public static final String RECOVERY = "recovery";
  public static final String REQUESTS_PER_CONNECTION = "requestsPerConnection";
  public static final String USERS = "users";
  public static final String POOL = "pool";

  /** Which request of a new JVM; only cold cells have it. */
  public static final String NTH = "nth";

  /** Class-data sharing of a new JVM; only cold cells have it. */
  public static final String CDS = "cds";

  public static final String POOLED = "pooled";
  public static final String RESUMED = "new-connection-resumed";
  public static final String FULL = "new-connection-full";
  public static final String LIMITED = "limited";
  public static final String EXPIRED = "expired";
  public static final String NEW_CLIENT = "new-client";
  public static final String NEW_CLIENT_SHARED_CONTEXT = "new-client-shared-context";

  public static final String HTTP = "http";
  public static final String TLS_1_2 = "tls1.2";
  public static final String HTTP_2 = "h2";
  public static final String LOOPBACK = "0ms";
  public static final String SAME_CORE = "same-core";
  public static final String FREE = "free";
  public static final String ON = "on";
  public static final String OFF = "off";
  public static final String NO_LIMIT = "none";
  public static final String NO_PAUSE = "0ms";
  public static final String NO_RECOVERY = "none";
  public static final String CHECK = "check";
  public static final String ONE_USER = "1";
  public static final String AMPLE = "ample";

  /** The benchmark of one request; its ratios are the headline. */
  public static final String REQUEST = "request";

  /** Requests of one loop of the other benchmark, one for each year. */
  public static final int YEARS = 11;

  /**
   * The axes that are left out of a cell where they have their standard value, so that runs that
   * were saved before there was such an axis have the same cells.
   */
  private static final Map<String, String> OPTIONAL = optional();

  private AxisNames() {}

  private static Map<String, String> optional() {
    final Map<String, String> standards = new LinkedHashMap<>();
    standards.put(CHAIN, "leaf");
    standards.put(CLIENT_AUTH, "none");
    standards.put(CLIENT_TLS, "jdk");
    standards.put(TRUST, "one");
    standards.put(GROUP, "default");
    standards.put(SERVER_NAGLE, OFF);
    standards.put(IDLE, NO_PAUSE);
    standards.put(RECOVERY, NO_RECOVERY);
    standards.put(REQUESTS_PER_CONNECTION, NO_LIMIT);
    standards.put(USERS, ONE_USER);
    standards.put(POOL, AMPLE);
    return Collections.unmodifiableMap(standards);
  }

  /** The axes that may be left out of a cell, with their standard values. */
  public static Map<String, String> optionalAxes() {
    return OPTIONAL;
  }
}
