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
        "Self-test, in about 10 minutes on 2 cores: first the same cell twice, then delays of known size");
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
    final Plan plan = SelfTestPlans.effects(seed);
    final Duration exchange = share(pilot(plan));
    final Duration handshake = SelfTestPlans.HANDSHAKE_DELAY;
    final Recording base = recording(plan, "base", effectForks(plan, Map.of()));
    final Recording injected =
        recording(
            plan,
            "injected",
            effectForks(
                plan, Map.of(TrialOptions.DELAY, exchange.toNanos() + "," + handshake.toNanos())));
    new Measurement(plan, List.of(base, injected), err).run();
    final List<ForkRecord> without = forks(base);
    final List<ForkRecord> with = forks(injected);
    return List.of(
        InjectedEffects.judge(
            SelfTestPlans.exchangeCell(), without, with, Phase.EXCHANGE, micros(exchange), seed),
        InjectedEffects.judge(
            SelfTestPlans.handshakeCell(), without, with, Phase.TLS, micros(handshake), seed));
  }

  /** The exchange as this machine shows it, in microseconds; in no result. */
  private double pilot(Plan plan) {
    final Cell cell = SelfTestPlans.exchangeCell();
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

  /** Each cell with the warm-up that it needs. */
  private Forks effectForks(Plan plan, Map<String, String> properties) {
    final Forks settled = source.forks(plan.effort(), properties);
    final Forks brief = source.forks(SelfTestPlans.handshakeEffort(plan), properties);
    return (round, cell) ->
        (cell.equals(SelfTestPlans.handshakeCell()) ? brief : settled).measure(round, cell);
  }

  private Recording recording(Plan plan, String part, Forks forks) {
    return Recording.of(plan, directory.part(part), forks, clock, warnings);
  }

  private static List<ForkRecord> forks(Recording recording) {
    return recording.directory().load().forks();
  }
}
