package io.github.handshakecost.result;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement.ColdStart;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Forks of {@link SampleRuns}, and ways to put one fault into one. */
public final class SampleForks {
  private static final long OPERATIONS = 1000;

  private SampleForks() {}

  public static ForkRecord fork(Cell cell, int round) {
    final double machine = 1 + 0.01 * Math.sin(2.1 * round);
    final double own = 1 + 0.004 * Math.sin(1.3 * round + cell.label().length());
    final int blocks = SampleRuns.EFFORT.cyclesOf(cell);
    final PhaseTimes phases = SamplePhases.of(cell, machine * own);
    final List<IterationRecord> iterations =
        IntStream.range(0, blocks).mapToObj(i -> iteration(cell, phases, i)).toList();
    final double mean = phases.total();
    final Latency latency =
        new Latency(
            blocks * OPERATIONS,
            List.of(
                new Latency.Point(50, 0.95 * mean),
                new Latency.Point(95, 1.3 * mean),
                new Latency.Point(99, 1.8 * mean)));
    return new ForkRecord(
        ForkRecord.SCHEMA,
        SampleRuns.ORIGIN,
        round,
        cell,
        "2026-01-02T03:%02d:%02dZ".formatted(5 + round / 60, round % 60),
        new ForkTime(60, 20),
        jmh(cell, blocks),
        new ForkMeasurement(
            cell.cold()
                ? null
                : new WarmUpCurve(0.5, List.of(3 * mean, 1.2 * mean), List.of(mean), 5000, true),
            iterations,
            latency,
            facts(cell),
            List.of(),
            link(cell),
            cell.cold() ? coldStart(cell, machine) : null,
            cell.policy().equals("pooled") && cell.param("rtt").equals("0ms")
                ? new LiveClient(100_000 + 1000 * round, 2)
                : null));
  }

  private static ColdStart coldStart(Cell cell, double machine) {
    final double script = cell.policy().equals("pooled") ? 300_000 : 500_000;
    final double startUp = cell.param("cds").equals("on") ? 40_000 : 70_000;
    return new ColdStart(startUp * machine, 250_000 * machine, script * machine, 2700);
  }

  private static IterationRecord iteration(Cell cell, PhaseTimes phases, int index) {
    // Up and down, so that no half of the fork is slower than the other.
    final double wave = index % 2 == 0 ? 1.002 : 0.998;
    final long perOperation = SamplePhases.requests(cell);
    final boolean secure = cell.param("protocol").startsWith("tls");
    final String policy = cell.param("policy");
    final long requests = OPERATIONS * perOperation;
    final long connections = policy.equals("pooled") ? 0 : requests;
    final long resumed = secure && policy.endsWith("resumed") ? connections : 0;
    final long full = secure ? connections - resumed : 0;
    final double total = phases.total() * OPERATIONS;
    return new IterationRecord(
        phases.total() * wave,
        OPERATIONS,
        new Counts(requests, connections, full, resumed, full, 0, 200 * requests, 1200 * requests),
        SamplePhases.scaled(phases, wave),
        0.55 * total,
        0.4 * total,
        20_000 * requests,
        null,
        null);
  }

  /** Loopback counts no packets. */
  private static LinkRecord link(Cell cell) {
    final double rtt = SamplePhases.rttMicros(cell);
    return rtt == 0
        ? new LinkRecord(0, 55, 83, 39, 0, 0, 0, 0, 0, null, 0)
        : new LinkRecord(rtt, rtt, 1.01 * rtt, rtt, 1000, 1, 1200, 0, 0, null, 0);
  }

  private static JmhFacts jmh(Cell cell, int blocks) {
    final String name = cell.benchmark().equals("request") ? "Request" : "YearlyRecords";
    return new JmhFacts(
        "1.37",
        "io.github.handshakecost.bench." + name + "Benchmark.measure",
        cell.cold() ? "ss" : "avgt",
        1,
        List.of("-Dhandshakecost.warmUpMillis=4000"),
        "17.0.15",
        "OpenJDK 64-Bit Server VM",
        "17.0.15+6",
        0,
        1,
        blocks,
        0.5,
        "us/op");
  }

  private static Map<String, String> facts(Cell cell) {
    return Map.of(
        "jdk", "17.0.15",
        "placement", cell.param("placement"),
        "server.tls", "BoringSSL",
        "server.transport", "epoll");
  }

  public static ForkRecord withMeasurement(ForkRecord fork, ForkMeasurement measurement) {
    return new ForkRecord(
        fork.schema(),
        fork.origin(),
        fork.round(),
        fork.cell(),
        fork.startedAt(),
        fork.took(),
        fork.jmh(),
        measurement);
  }

  public static ForkRecord withIterations(
      ForkRecord fork, UnaryOperator<List<IterationRecord>> change) {
    final ForkMeasurement old = fork.measurement();
    return withMeasurement(
        fork,
        new ForkMeasurement(
            old.warmUp(),
            change.apply(old.iterations()),
            old.latency(),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  public static ForkRecord withJvmArgs(ForkRecord fork, List<String> jvmArgs) {
    final JmhFacts old = fork.jmh();
    return new ForkRecord(
        fork.schema(),
        fork.origin(),
        fork.round(),
        fork.cell(),
        fork.startedAt(),
        fork.took(),
        new JmhFacts(
            old.jmhVersion(),
            old.benchmark(),
            old.mode(),
            old.threads(),
            jvmArgs,
            old.jdkVersion(),
            old.vmName(),
            old.vmVersion(),
            old.warmupIterations(),
            old.warmupSeconds(),
            old.measurementIterations(),
            old.measurementSeconds(),
            old.scoreUnit()),
        fork.measurement());
  }

  public static PhaseTimes withTcp(PhaseTimes old, double tcp) {
    return new PhaseTimes(old.setup(), tcp, old.tls(), old.exchange(), old.close(), old.residual());
  }

  public static IterationRecord withCounts(IterationRecord old, Counts counts) {
    return new IterationRecord(
        old.mean(),
        old.operations(),
        counts,
        old.phases(),
        old.clientCpu(),
        old.serverCpu(),
        old.allocatedBytes(),
        old.segments(),
        old.clientThreads());
  }

  public static IterationRecord withTimes(IterationRecord old, double mean, PhaseTimes phases) {
    return new IterationRecord(
        mean,
        old.operations(),
        old.counts(),
        phases,
        old.clientCpu(),
        old.serverCpu(),
        old.allocatedBytes(),
        old.segments(),
        old.clientThreads());
  }
}
