package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.proof.Handshakes;
import io.github.handshakecost.proof.Promise;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a saved fork counted is what its policy promises, or it was not saved by a run. */
final class KeptPromiseTest {
  static Stream<Arguments> everythingThatIsMeasured() {
    return Stream.of(Policy.values())
        .flatMap(
            policy -> Stream.of(Protocol.values()).map(protocol -> Arguments.of(policy, protocol)));
  }

  /** A policy that nobody has taught it would pass with any counts. */
  @ParameterizedTest
  @MethodSource("everythingThatIsMeasured")
  void promiseIsThatByWhichForksAreMeasured(Policy policy, Protocol protocol) {
    final Promise promise = policy.promise(protocol);
    final long connections = promise.newConnection() ? 10 : 0;
    final long resumed = promise.handshakes() == Handshakes.RESUMED ? connections : 0;
    final long full = promise.handshakes() == Handshakes.NONE ? 0 : connections - resumed;

    assertThat(breach(policy.label(), protocol.label(), counts(connections, full, resumed)))
        .isEmpty();
    assertThat(breach(policy.label(), protocol.label(), counts(connections + 1, full, resumed)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pooled, tls1.3, 0, 0, 0",
    "pooled, http, 0, 0, 0",
    "new-connection-resumed, tls1.2, 10, 0, 10",
    "new-connection-resumed, http, 10, 0, 0",
    "new-connection-full, tls1.3, 10, 10, 0",
    "new-client, tls1.3, 10, 10, 0",
    "new-client, http, 10, 0, 0",
    "new-client-shared-context, tls1.3, 10, 1, 9",
    "new-client-shared-context, tls1.3, 10, 10, 0",
    "of-the-future, tls1.3, 3, 2, 1",
  })
  void countsOfThePolicyAreKept(
      String policy, String protocol, long connections, long full, long resumed) {
    assertThat(breach(policy, protocol, counts(connections, full, resumed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pooled, tls1.3, 1, 1, 0",
    "pooled, http, -1, 0, 0",
    "new-connection-resumed, tls1.3, 10, 1, 9",
    "new-connection-full, tls1.3, 10, 0, 10",
    "new-connection-full, tls1.3, 9, 9, 0",
    "new-client, http, 10, 10, 0",
    "new-client-shared-context, tls1.3, 10, 1, 8",
    "new-client-shared-context, tls1.3, 10, 12, -2",
  })
  void otherCountsAreNamedBesideThePromise(
      String policy, String protocol, long connections, long full, long resumed) {
    assertThat(breach(policy, protocol, counts(connections, full, resumed)))
        .contains(
            "counts %d connections, %d full and %d resumed handshakes"
                .formatted(connections, full, resumed))
        .contains("over 10 requests, where %s over %s makes".formatted(policy, protocol));
  }

  @Test
  void chainsThatNobodyValidatedAndResetsAreNamed() {
    assertThat(breach("new-client", "tls1.3", new Counts(10, 10, 10, 0, 9, 0, 1, 1)))
        .contains("9 validations");
    assertThat(breach("new-client", "tls1.3", new Counts(10, 10, 10, 0, 10, 1, 1, 1)))
        .contains("1 resets");
  }

  private static Counts counts(long connections, long full, long resumed) {
    return new Counts(10, connections, full, resumed, full, 0, 1, 1);
  }

  private static String breach(String policy, String protocol, Counts counts) {
    return new KeptPromise(SampleRuns.cell("request", policy, protocol), counts)
        .breach()
        .orElse("");
  }
}
