package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.fixture.ServerFacts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One cell of a trial: its user while its distance is measured, and its iterations. */
final class CellTrial {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final String NO_TLS = "none";

  private final CellPlan plan;
  private final boolean delayed;
  private final WarmUpArm warmUp;
  private final List<IterationRecord> iterations = new ArrayList<>();
  private final Histogram operations = PhaseClock.histogram();
  private Map<String, String> facts = Map.of();
  private @Nullable User user;
  private @Nullable LinkRecord link;
  private @Nullable String broken;

  /**
   * @param delayed whether the server applies its injected delay, if it has one
   */
  CellTrial(CellPlan plan, boolean delayed, WarmUpArm warmUp) {
    this.plan = plan;
    this.delayed = delayed;
    this.warmUp = warmUp;
    broken = warmUp.broken();
  }

  CellPlan plan() {
    return plan;
  }

  boolean delayed() {
    return delayed;
  }

  Duration rtt() {
    return plan.settings().get(Axes.RTT).time();
  }

  void link(LinkRecord measured) {
    link = measured;
  }

  @Nullable String broken() {
    return broken;
  }

  /** The connections that its user keeps open between operations. */
  int keptConnections() {
    return user == null ? 0 : plan.expected().keptConnections();
  }

  /** The user, who first opens the connection that the policy keeps. */
  User user(TestBed bed) {
    if (user == null) {
      user = bed.user(plan);
      user.perform();
      // Now, because the facts are those of the server's latest handshake.
      facts = facts(bed, plan.settings());
    }
    return user;
  }

  private static Map<String, String> facts(TestBed bed, Settings settings) {
    final ServerFacts server = bed.servers().of(settings).facts();
    final boolean secure = settings.secure();
    final Map<String, String> facts = new TreeMap<>();
    facts.put("tls.protocol", secure ? server.tlsProtocol() : NO_TLS);
    facts.put("tls.cipher", secure ? server.cipher() : NO_TLS);
    facts.put("tls.group", secure ? server.group() : NO_TLS);
    facts.put("server.tls", secure ? server.tlsProvider() : NO_TLS);
    facts.put("server.transport", server.transport());
    facts.put("placement", settings.get(Axes.PLACEMENT).label());
    facts.put("jdk", Runtime.version().toString());
    facts.put("vm", System.getProperty("java.vm.name"));
    bed.servers().injected(settings).ifPresent(words -> facts.put(ForkMeasurement.INJECTED, words));
    return facts;
  }

  void record(PhaseClock clock, ThreadUsage usage, int threads, Evidence evidence) {
    final long count = clock.operations().getTotalCount();
    final double mean = clock.operations().getMean() / NANOS_PER_MICRO;
    iterations.add(
        new IterationRecord(
            mean,
            count,
            evidence.counts(),
            PhaseTimes.closing(
                mean,
                !plan.traits().contains(ClientTrait.UNTIMED),
                phase -> clock.nanos(phase) / NANOS_PER_MICRO / count),
            usage.cpuNanos() / NANOS_PER_MICRO,
            evidence.ledger().cpuNanos() / NANOS_PER_MICRO,
            usage.allocatedBytes(),
            evidence.kernel() == null ? null : evidence.kernel().segments(),
            threads));
    operations.add(clock.operations());
  }

  ArmMeasurement measurement(List<Warning> warnings) {
    final ForkMeasurement measured =
        broken != null || link == null
            ? null
            : new ForkMeasurement(
                warmUp.curve(), iterations, Latencies.of(operations), facts, warnings, link);
    return new ArmMeasurement(plan.cell(), measured, broken);
  }

  /** Takes the cell out of the trial: its measurement is discarded. */
  void withdraw(String sentence) {
    broken = sentence;
    try {
      closeUser();
    } catch (IOException | RuntimeException alsoBroken) {
      // The first cause is the one to report.
    }
  }

  void closeUser() throws IOException {
    final User open = user;
    user = null;
    if (open != null) {
      open.close();
    }
  }
}
