package io.github.handshakecost.bench;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.result.Cell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The {@link Axes} as parameters of JMH. */
@State(Scope.Benchmark)
public class CellParams {
  @Param("pooled")
  public String policy = "";

  @Param("tls1.3")
  public String protocol = "";

  @Param("0ms")
  public String rtt = "";

  @Param("httpclient5")
  public String client = "";

  @Param("1024")
  public String body = "";

  @Param("ec-p256")
  public String key = "";

  @Param("auto")
  public String serverTls = "";

  @Param("auto")
  public String transport = "";

  @Param("same-core")
  public String placement = "";

  Cell cell(String benchmark) {
    final Map<String, String> params = new LinkedHashMap<>();
    params.put(Axes.POLICY.name(), policy);
    params.put(Axes.PROTOCOL.name(), protocol);
    params.put(Axes.RTT.name(), rtt);
    params.put(Axes.CLIENT.name(), client);
    params.put(Axes.BODY.name(), body);
    params.put(Axes.KEY.name(), key);
    params.put(Axes.SERVER_TLS.name(), serverTls);
    params.put(Axes.TRANSPORT.name(), transport);
    params.put(Axes.PLACEMENT.name(), placement);
    return new Cell(benchmark, params);
  }
}
