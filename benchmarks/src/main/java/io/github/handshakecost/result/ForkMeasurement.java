package io.github.handshakecost.result;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the measured JVM reports of one cell; the harness joins JMH's scores to it.
 *
 * @param warmUp absent if the JVM was new
 * @param iterations measured iterations; in the fork still without a residual
 * @param facts the software that really ran, by name: {@code tls.protocol}, {@code tls.cipher},
 *     {@code tls.group}, {@code server.tls}, {@code server.transport}, {@code placement}, ...
 * @param cold how the JVM started; absent if it was warm
 * @param liveClient of a cell that keeps one on loopback; absent in other forks, and in those that
 *     were saved before it was weighed
 */
public record ForkMeasurement(
    @Nullable WarmUpCurve warmUp,
    List<IterationRecord> iterations,
    Latency latency,
    Map<String, String> facts,
    List<Warning> warnings,
    LinkRecord link,
    @Nullable ColdStart cold,
    @Nullable LiveClient liveClient) {

  /** The facts about the server, which show what {@code auto} chose. */
  public static final List<String> SERVER_FACTS =
      List.of("server.tls", "server.transport", "tls.cipher", "tls.group");

  /** The fact about faults or delays that the server injected on purpose. */
  public static final String INJECTED = "injected";

  /** What the server injected on purpose; null if nothing. */
  public @Nullable String injected() {
    return facts.get(INJECTED);
  }

  public ForkMeasurement {
    // In the same order in each JVM.
    facts = new TreeMap<>(facts);
  }

  /** The measurement of a warm JVM. */
  public ForkMeasurement(
      @Nullable WarmUpCurve warmUp,
      List<IterationRecord> iterations,
      Latency latency,
      Map<String, String> facts,
      List<Warning> warnings,
      LinkRecord link) {
    this(warmUp, iterations, latency, facts, warnings, link, null, null);
  }

  /** The same with other iterations. */
  public ForkMeasurement with(List<IterationRecord> others) {
    return new ForkMeasurement(warmUp, others, latency, facts, warnings, link, cold, liveClient);
  }

  /** The same with another record of its link. */
  ForkMeasurement with(LinkRecord other) {
    return new ForkMeasurement(
        warmUp, iterations, latency, facts, warnings, other, cold, liveClient);
  }

  /** Whether the JVM was as it should be when it was measured: in steady state, or new. */
  public boolean settled() {
    return warmUp == null || warmUp.settled();
  }

  /**
   * The start of a new JVM, the same for each of its cells. Times in microseconds.
   *
   * @param startUp from the start of the process to its {@code main}
   * @param firstRequest with the set-up of what the policy keeps
   * @param script the first 11 requests, as long as a loop over the yearly files
   * @param classes loaded when the last request had ended
   */
  public record ColdStart(double startUp, double firstRequest, double script, long classes) {}

  /**
   * The warm-up before anything was counted. Costs are CPU times of an operation, of client and
   * server together, in microseconds, by window.
   *
   * @param allCores while a user for each core but one warmed the code
   * @param inPlace afterwards, by the measured user alone, with its threads in their places
   * @param requests in all windows
   * @param settled whether the last curve was flat when warming stopped; if not, the time was over
   */
  public record WarmUpCurve(
      double windowSeconds,
      List<Double> allCores,
      List<Double> inPlace,
      long requests,
      boolean settled) {}

  /**
   * One measured iteration, already proven. Times in microseconds.
   *
   * @param mean JMH's average time of an operation
   * @param operations one is a request or, for {@code yearly-records}, a loop
   * @param counts in total
   * @param phases of an operation
   * @param clientCpu CPU time of the client's threads, in total
   * @param serverCpu CPU time of the server's threads, in total
   * @param allocatedBytes by the client's threads, in total
   * @param segments TCP segments that the kernel sent, by both ends, in total; absent if its
   *     counters include other programs
   * @param clientThreads of all the fork's clients that are alive at the end, without the one that
   *     sends the requests; absent in forks that were saved before they were counted
   */
  public record IterationRecord(
      double mean,
      long operations,
      Counts counts,
      PhaseTimes phases,
      double clientCpu,
      double serverCpu,
      long allocatedBytes,
      @Nullable Long segments,
      @Nullable Integer clientThreads) {}

  /**
   * The link between client and server, timed by plain sockets just before the measurement. Times
   * in microseconds.
   *
   * @param nominal round-trip time that was asked for; 0 on loopback
   * @param connect median time of {@code connect()}: one round trip
   * @param connectP95 95th percentile of the same
   * @param echo median time of one byte there and back
   * @param packets carried from the first iteration on; 0 on loopback, which counts none
   * @param late packets sent more than 1 ms after they were due
   * @param worstLate the longest time after the due time
   * @param refused packets dropped because there was no room for them
   * @param losses segments that the kernel sent again, and connections that found a listener's
   *     queue full; 0 if its counters include other programs
   * @param shortened how much shorter than nominal the delay was made, so that {@code connect()},
   *     which includes wake-ups, takes the nominal time; absent on loopback
   * @param discarded forks of the same cell that were discarded because of their link, since the
   *     last one that was kept
   */
  public record LinkRecord(
      double nominal,
      double connect,
      double connectP95,
      double echo,
      long packets,
      long late,
      double worstLate,
      long refused,
      long losses,
      @Nullable Double shortened,
      int discarded) {

    /** The same after so many discarded forks. */
    public LinkRecord after(int discardedForks) {
      return new LinkRecord(
          nominal,
          connect,
          connectP95,
          echo,
          packets,
          late,
          worstLate,
          refused,
          losses,
          shortened,
          discardedForks);
    }
  }
}
