package io.github.handshakecost.trial;

import io.github.handshakecost.client.ClientFactory;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Wiring;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.GroupMeasurement;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Trials that warm up hardly at all and leave the test's thread where it is. */
final class Trials {
  /** An iteration's requests, where a test does not care. */
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

  static Subject subject(String policy, String protocol) {
    return Subject.of(cell(policy, protocol, "raw-socket"));
  }

  /** The same cell and promise, its requests issued otherwise. */
  static Subject with(Subject subject, Function<Wiring, Requester> requesters) {
    return new Subject(
        subject.origin(), subject.settings(), subject.operation(), requesters, subject.promise());
  }

  /** The same requester over other clients. */
  static Subject over(Subject subject, ClientFactory clients) {
    return with(
        subject,
        wiring ->
            subject
                .requesters()
                .apply(
                    new Wiring(
                        clients,
                        wiring.target(),
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
  static Trial of(Subject subject, TrialOptions options) {
    return new Trial(List.of(subject), List.of(true), options);
  }

  /** A user on loopback. */
  static User user(Subject subject, HttpsFixture fixture) {
    return new User(subject, fixture, fixture.addresses());
  }

  /** Of the only cell. */
  static ForkMeasurement measured(GroupMeasurement group) {
    return Objects.requireNonNull(group.arms().get(0).measured());
  }

  static ForkMeasurement measure(Subject subject) throws IOException {
    return measure(subject, UnaryOperator.identity(), REQUESTS);
  }

  /** Two iterations of so many operations, each proven. */
  static ForkMeasurement measure(
      Subject subject, UnaryOperator<FixtureConfig> tamper, int operations) throws IOException {
    try (Trial trial = of(subject, options(tamper))) {
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
