package io.github.handshakecost.bench;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

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

  @Param(OtherAxes.STANDARD)
  public String otherAxes = "";

  /** The cell that JMH was told to measure; JMH has the values of the parameters by name. */
  Cell cell(BenchmarkParams jmh) {
    final Workload workload =
        Stream.of(Workload.values())
            .filter(each -> Benchmarks.name(each).equals(jmh.getBenchmark()))
            .findFirst()
            .orElseThrow();
    final Map<String, String> params = new LinkedHashMap<>();
    final Map<String, String> others = OtherAxes.parse(jmh.getParam(OtherAxes.NAME));
    Axes.ofEveryCell()
        .forEach(
            axis ->
                params.put(
                    axis.name(), others.getOrDefault(axis.name(), jmh.getParam(axis.name()))));
    return new Cell(workload.label(), params);
  }
}
