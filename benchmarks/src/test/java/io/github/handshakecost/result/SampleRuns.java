package io.github.handshakecost.result;

import io.github.handshakecost.result.ForkRecord.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs that were never measured: the same figures every time, of a plausible size. */
public final class SampleRuns {
  public static final Effort EFFORT = new Effort(4_000, 6, 200, 3, 10, 100_000, 0.05);

  /** After the end of each of them. */
  public static final String LATER = "2026-01-03T00:00:00Z";

  static final Origin ORIGIN =
      new Origin("sample", "abc1234def5678abc1234def5678abc1234def56", "quick");

  private static final Map<String, Object> ENVIRONMENT = new LinkedHashMap<>();

  static {
    final Map<String, Object> cpu = new LinkedHashMap<>();
    cpu.put("model", "Example CPU");
    cpu.put("count", 2);
    cpu.put("governor", "unknown");
    ENVIRONMENT.put("jdk", Map.of("version", "17.0.15"));
    ENVIRONMENT.put("os", Map.of("kernel", "6.1.0"));
    ENVIRONMENT.put("cpu", cpu);
    ENVIRONMENT.put("flags", List.of("-Dhandshakecost.warmUpMillis=4000"));
  }

  private SampleRuns() {}

  /** A complete run of the headline ladder and of the yearly loop under two policies. */
  public static Run complete(int rounds) {
    final List<Cell> cells = new ArrayList<>(headline());
    cells.add(cell("yearly-records", "pooled", "tls1.3"));
    cells.add(cell("yearly-records", "new-client", "tls1.3"));
    return of(cells, rounds);
  }

  /** A complete run of new JVMs: their requests 1, 2 and 1,000 under two policies. */
  public static Run cold(int rounds) {
    final List<Cell> cells = new ArrayList<>();
    for (final String cds : List.of("on", "off")) {
      for (final String nth : List.of("1", "2", "1000")) {
        for (final String policy : List.of("pooled", "new-client")) {
          if (policy.equals("new-client") || !nth.equals("1")) {
            cells.add(
                cell("request", policy, "tls1.3")
                    .with("placement", "free")
                    .with("nth", nth)
                    .with("cds", cds));
          }
        }
      }
    }
    return of(cells, rounds);
  }

  public static List<Cell> headline() {
    return List.of(
        cell("request", "pooled", "tls1.3"),
        cell("request", "new-connection-resumed", "tls1.3"),
        cell("request", "new-connection-full", "tls1.3"),
        cell("request", "new-client", "tls1.3"),
        cell("request", "pooled", "http"),
        cell("request", "new-connection-full", "http"));
  }

  public static Run of(List<Cell> cells, int rounds) {
    final List<ForkRecord> forks =
        IntStream.rangeClosed(1, rounds)
            .boxed()
            .flatMap(round -> cells.stream().map(cell -> SampleForks.fork(cell, round)))
            .toList();
    return new Run("run", manifest(cells), forks, ENVIRONMENT);
  }

  public static RunManifest manifest(List<Cell> cells) {
    return new RunManifest(
        RunManifest.SCHEMA,
        ORIGIN.run(),
        ORIGIN.plan(),
        cells,
        42,
        0.05,
        100,
        ORIGIN.commit(),
        false,
        "2026-01-02T03:04:05Z",
        null,
        List.of(),
        RunManifest.End.COMPLETE,
        null,
        EFFORT,
        List.of(),
        null);
  }

  public static Cell cell(String benchmark, String policy, String protocol) {
    final Map<String, String> params = new LinkedHashMap<>();
    params.put("policy", policy);
    params.put("protocol", protocol);
    params.put("rtt", "0ms");
    params.put("client", "httpclient5");
    params.put("body", "1024");
    params.put("key", "ec-p256");
    params.put("serverTls", "auto");
    params.put("transport", "auto");
    params.put("placement", "same-core");
    return new Cell(benchmark, params);
  }

  /** The cells, each at each of these distances. */
  public static List<Cell> at(List<Cell> cells, String... rtts) {
    return cells.stream()
        .flatMap(cell -> Stream.of(rtts).map(rtt -> cell.with("rtt", rtt)))
        .toList();
  }

  public static Run with(Run run, RunManifest manifest) {
    return new Run(run.name(), manifest, run.forks(), run.environment());
  }

  public static Run mapForks(Run run, UnaryOperator<ForkRecord> change) {
    return new Run(
        run.name(), run.manifest(), run.forks().stream().map(change).toList(), run.environment());
  }

  /** The run with only these forks. */
  public static Run onlyForks(Run run, Predicate<ForkRecord> kept) {
    return new Run(
        run.name(), run.manifest(), run.forks().stream().filter(kept).toList(), run.environment());
  }
}
