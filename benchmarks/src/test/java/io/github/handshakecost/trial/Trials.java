package io.github.handshakecost.trial;

import io.github.handshakecost.client.Client;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Trials with a minimal warm-up that do not pin the test's thread. */
final class Trials {
  /** Requests of an iteration. */
  static final int REQUESTS = 3;

  private Trials() {}

  static Cell cell(String policy, String protocol, String client) {
    final Map<String, String> params = new LinkedHashMap<>();
    params.put("policy", policy);
    params.put("protocol", protocol);
    params.put("client", client);
    params.put("placement", "free");
    return new Cell("request", params);
  }

  static CellPlan plan(String policy, String protocol) {
    return CellPlan.of(cell(policy, protocol, "raw-socket"));
  }

  /** The same cell and expectation, but another policy's requests. */
  static CellPlan actingAs(Policy policy, CellPlan plan) {
    return with(plan, wiring -> Requester.of(policy, 0, wiring));
  }

  /** The same cell and expectation, but other requests. */
  static CellPlan with(CellPlan plan, Function<Wiring, Requester> requesters) {
    return new CellPlan(
        plan.cell(), plan.settings(), plan.operation(), requesters, plan.expected());
  }

  /** The same policy with other clients. */
  static CellPlan over(CellPlan plan, Client.Factory clients) {
    return with(
        plan,
        wiring ->
            plan.requesters()
                .apply(
                    new Wiring(
                        clients,
                        wiring.target(),
                        wiring.recovery(),
                        wiring.validations(),
                        wiring.clock(),
                        wiring.check())));
  }

  static TrialOptions options(UnaryOperator<FixtureConfig> tamper) {
    return new TrialOptions(
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tamper);
  }

  /** A trial of one cell. */
  static Trial of(CellPlan plan, TrialOptions options) {
    return new Trial(List.of(plan), List.of(true), options);
  }

  /** A user on loopback. */
  static User user(CellPlan plan, HttpsFixture fixture) {
    return new User(plan, fixture, fixture.addresses());
  }

  /** Of the only cell. */
  static ForkMeasurement measured(GroupMeasurement group) {
    return Objects.requireNonNull(group.arms().get(0).measured());
  }

  static ForkMeasurement measure(CellPlan plan) throws IOException {
    return measure(plan, UnaryOperator.identity(), REQUESTS);
  }

  /** Two iterations of so many operations, each proven. */
  static ForkMeasurement measure(CellPlan plan, UnaryOperator<FixtureConfig> tamper, int operations)
      throws IOException {
    try (Trial trial = of(plan, options(tamper))) {
      trial
          .withdrawn(0)
          .ifPresent(
              sentence -> {
                throw new BrokenPremiseException(sentence);
              });
      for (int iteration = 0; iteration < 2; iteration++) {
        trial.beginIteration(0);
        for (int i = 0; i < operations; i++) {
          trial.perform();
        }
        trial.endIteration(true);
      }
      return measured(trial.finish());
    }
  }
}
