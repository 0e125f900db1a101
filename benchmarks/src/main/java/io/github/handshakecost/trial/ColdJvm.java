package io.github.handshakecost.trial;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.ResponseCheck;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.ClientCounts;
import io.github.handshakecost.result.HandOver.ColdAnswer;
import io.github.handshakecost.result.HandOver.ColdReport;
import io.github.handshakecost.result.HandOver.ColdWindow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The program of a new JVM: it sends its first requests one after another, times them, and writes
 * the answer to standard output.
 *
 * <p>Nothing that a request needs may be loaded before the first one, so there are no lambdas and
 * no streams until the last request has ended.
 */
public final class ColdJvm {
  private static final double NANOS_PER_MICRO = 1e3;

  private final ColdTask task;
  private final PhaseClock clock = new PhaseClock();
  private final LongAdder validations = new LongAdder();
  private @Nullable Requester requester;
  private int sent;
  private long firstNanos;
  private long scriptNanos;

  private ColdJvm(ColdTask task) {
    this.task = task;
  }

  /**
   * Takes no arguments: the task comes through standard input. Its end ends the program, because
   * the harness holds the other end, and even SIGKILL closes that.
   */
  public static void main(String[] args) throws IOException {
    final Instant begin = Instant.now();
    final ColdTask task = ColdTask.readFrom(System.in);
    final Thread client =
        new Thread("client") {
          @Override
          public void run() {
            try {
              System.out.print(HandOver.text(answer(task, begin)));
            } finally {
              System.out.close();
            }
          }
        };
    client.setDaemon(true);
    client.start();
    while (System.in.read() >= 0) {
      // The harness sends nothing more.
    }
  }

  /**
   * @param begin of the program
   */
  static ColdAnswer answer(ColdTask task, Instant begin) {
    return new ColdJvm(task).answer(begin);
  }

  private ColdAnswer answer(Instant begin) {
    final List<Window> windows = new ArrayList<>();
    try {
      for (final int nth : task.nths()) {
        while (sent < ColdTask.first(nth) - 1) {
          send();
        }
        windows.add(window(ColdTask.last(nth)));
      }
      while (sent < AxisNames.YEARS) {
        send();
      }
      if (requester != null) {
        requester.close();
      }
    } catch (IOException | RuntimeException e) {
      return new ColdAnswer(
          null,
          "after %d good requests, expected a response, found %s"
              .formatted(sent, e instanceof BrokenPremiseException ? e.getMessage() : e));
    }
    return new ColdAnswer(report(begin, windows), null);
  }

  private ColdReport report(Instant begin, List<Window> windows) {
    return new ColdReport(
        ChronoUnit.MICROS.between(Instant.EPOCH, begin),
        firstNanos / NANOS_PER_MICRO,
        scriptNanos / NANOS_PER_MICRO,
        ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount(),
        System.getProperty("java.vm.info", "").contains("sharing"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        windows.stream().map(Window::figures).toList(),
        counts());
  }

  /** Sends the requests up to the last one of a window. */
  private Window window(int last) throws IOException {
    final Histogram times = PhaseClock.histogram();
    final ClientCounts before = counts();
    final Map<Phase, Long> phasesBefore = phases();
    final ThreadUsage usageBefore = ThreadUsage.now();
    while (sent < last) {
      times.recordValue(send());
    }
    final ThreadUsage usage = ThreadUsage.now().minus(usageBefore);
    return new Window(before, counts(), phasesBefore, phases(), usage, times);
  }

  /** Sends a request; the first one also makes what the policy keeps. */
  private long send() throws IOException {
    final long begin = System.nanoTime();
    clock.start();
    if (requester == null) {
      requester = requester();
    }
    requester.get(task.expected().path());
    final long nanos = System.nanoTime() - begin;
    sent++;
    if (sent == 1) {
      firstNanos = nanos;
    }
    if (sent <= AxisNames.YEARS) {
      scriptNanos += nanos;
    }
    return nanos;
  }

  private Requester requester() {
    final ResponseCheck check =
        new ResponseCheck() {
          @Override
          public void check(String path, Response response) {
            task.expected().check(response);
          }
        };
    return Requester.of(
        Policy.valueOf(task.policy()),
        0,
        new Wiring(
            ClientKind.valueOf(task.client()).factory(),
            task.target(),
            Recovery.NONE,
            validations,
            clock,
            check));
  }

  private ClientCounts counts() {
    return sent == 0
        ? new ClientCounts(0, 0, 0, 0)
        : new ClientCounts(sent, clock.laps(Phase.TCP), clock.laps(Phase.TLS), validations.sum());
  }

  /** The nanoseconds of each phase so far. */
  private Map<Phase, Long> phases() {
    final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    for (final Phase phase : Phase.values()) {
      nanos.put(phase, sent == 0 ? 0 : clock.nanos(phase));
    }
    return nanos;
  }

  /** The state before and after some requests; figures are made of it after the last request. */
  private record Window(
      ClientCounts before,
      ClientCounts after,
      Map<Phase, Long> phasesBefore,
      Map<Phase, Long> phasesAfter,
      ThreadUsage usage,
      Histogram times) {

    private double micros(Phase phase, long requests) {
      return (phasesAfter.getOrDefault(phase, 0L) - phasesBefore.getOrDefault(phase, 0L))
          / NANOS_PER_MICRO
          / requests;
    }

    ColdWindow figures() {
      final long requests = after.requests() - before.requests();
      final double mean = times.getMean() / NANOS_PER_MICRO;
      return new ColdWindow(
          mean,
          PhaseTimes.closing(
              mean,
              true,
              phasesAfter.getOrDefault(Phase.LEASE, 0L) == 0 ? null : micros(Phase.LEASE, requests),
              phase -> micros(phase, requests)),
          new ClientCounts(
              requests,
              after.connects() - before.connects(),
              after.handshakes() - before.handshakes(),
              after.validations() - before.validations()),
          usage.cpuNanos() / NANOS_PER_MICRO,
          usage.allocatedBytes(),
          Latencies.of(times));
    }
  }
}
