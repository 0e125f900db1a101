package io.github.handshakecost.cli;

import io.github.handshakecost.report.SelfTestReport;
import io.github.handshakecost.report.SelfTestVerdict;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.SameCell;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.SelfTestPlans;
import io.github.handshakecost.stats.AgainstItself;
import io.github.handshakecost.stats.InjectedEffects;
import io.github.handshakecost.trial.TrialOptions;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Measures the harness itself: whether it tells a cell from itself, and whether it finds delays of
 * known size, in their places.
 */
final class SelfTestRun {
  private static final double NANOS_PER_MICRO = 1e3;

  private final Source source;
  private final SelfTestDirectory directory;
  private final long seed;
  private final List<Warning> warnings;
  private final Clock clock;
  private final PrintWriter out;
  private final PrintWriter err;

  /** Where forks come from, whose servers may be told to hold back. */
  @FunctionalInterface
  interface Source {
    /**
     * Forks of an effort.
     *
     * @param properties system properties of each
     */
    Forks forks(Effort effort, Map<String, String> properties);
  }

  SelfTestRun(
      Source source,
      SelfTestDirectory directory,
      long seed,
      List<Warning> warnings,
      Clock clock,
      PrintWriter out,
      PrintWriter err) {
    this.source = source;
    this.directory = directory;
    this.seed = seed;
    this.warnings = warnings;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  ExitCode run() {
    err.println(
        "Self-test, in about 20 minutes on 2 cores: first the same cell twice, then delays of known size");
    final Plan same = SelfTestPlans.sameCell(seed);
    final Recording a = recording(same, "a", source.forks(same.effort(), Map.of()));
    final Recording b = recording(same, "b", source.forks(same.effort(), Map.of()));
    new Measurement(same, List.of(a, b), err).run();
    final SameCell pairs =
        AgainstItself.judge(
            same.cells().get(0),
            forks(a),
            forks(b),
            SelfTestPlans.ROUNDS_PER_PAIR,
            SelfTestPlans.MOST_FLAGGED,
            seed);
    // Whoever ends it now keeps this half.
    SelfTestReport.write(SelfTest.of(a.manifest(), pairs, null), directory);
    final SelfTest test = SelfTest.of(a.manifest(), pairs, effects());
    out.print(SelfTestReport.write(test, directory));
    out.println("Saved in " + directory.path());
    out.flush();
    SelfTestVerdict.failures(test).forEach(err::println);
    return test.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private List<Effect> effects() {
    final Plan exchange = SelfTestPlans.exchange(seed);
    final Plan handshake = SelfTestPlans.handshake(seed);
    final Duration share = share(pilot(exchange));
    final Duration delay = SelfTestPlans.HANDSHAKE_DELAY;
    return List.of(
        effect("exchange", exchange, Phase.EXCHANGE, share, share.toNanos() + ",0"),
        effect("handshake", handshake, Phase.TLS, delay, "0," + delay.toNanos()));
  }

  /** Of a plan of one cell. */
  private Effect effect(String part, Plan plan, Phase phase, Duration delay, String property) {
    final Recording base = recording(plan, part + "-base", source.forks(plan.effort(), Map.of()));
    final Recording injected =
        recording(
            plan,
            part + "-injected",
            source.forks(plan.effort(), Map.of(TrialOptions.DELAY, property)));
    new Measurement(plan, List.of(base, injected), err).run();
    return InjectedEffects.judge(
        plan.cells().get(0), forks(base), forks(injected), phase, micros(delay), seed);
  }

  /** The exchange as this machine shows it, in microseconds; in no result. */
  private double pilot(Plan plan) {
    final Cell cell = plan.cells().get(0);
    err.println("A fork ahead, to see how long an exchange is here: " + cell.label());
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      try {
        return source
            .forks(plan.effort(), Map.of())
            .measure(1, cell)
            .measurement()
            .iterations()
            .stream()
            .mapToDouble(iteration -> iteration.phases().exchange())
            .average()
            .orElseThrow();
      } catch (RuntimeException e) {
        interruption.neverReturnIfUnderWay();
        throw e;
      }
    }
  }

  private void interrupted() {
    err.println("Interrupted. What is finished is kept in " + directory.path());
  }

  private static Duration share(double exchange) {
    return Duration.ofNanos(Math.round(SelfTestPlans.EXCHANGE_SHARE * exchange * NANOS_PER_MICRO));
  }

  private static double micros(Duration delay) {
    return delay.toNanos() / NANOS_PER_MICRO;
  }

  private Recording recording(Plan plan, String part, Forks forks) {
    return Recording.of(plan, directory.part(part), forks, clock, warnings);
  }

  private static List<ForkRecord> forks(Recording recording) {
    return recording.directory().load().forks();
  }
}
