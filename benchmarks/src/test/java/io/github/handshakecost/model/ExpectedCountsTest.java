package io.github.handshakecost.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.ExpectedCounts.Comparison;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExpectedCountsTest {

  @ParameterizedTest
  @EnumSource
  void everyPolicyIsFoundByItsLabelAndIsDescribed(Policy policy) {
    assertThat(Policy.of(policy.label())).hasValue(policy);
    assertThat(policy.description()).isNotBlank();
  }

  @Test
  void policyOfALaterVersionIsUnknown() {
    assertThat(Policy.of("of-the-future")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POOLED, true, 0, 0, 0",
    "POOLED, false, 0, 0, 0",
    "LIMITED, true, 3, 3, 0",
    "LIMITED, false, 3, 0, 0",
    "EXPIRED, true, 10, 0, 10",
    "NEW_CONNECTION_RESUMED, true, 10, 0, 10",
    "NEW_CONNECTION_RESUMED, false, 10, 0, 0",
    "NEW_CONNECTION_FULL, true, 10, 10, 0",
    "NEW_CONNECTION_FULL, false, 10, 0, 0",
    "NEW_CLIENT, true, 10, 10, 0",
    "NEW_CLIENT, false, 10, 0, 0",
    "NEW_CLIENT_SHARED_CONTEXT, true, 10, 1, 9",
    "NEW_CLIENT_SHARED_CONTEXT, true, 10, 10, 0",
  })
  void countsOfThePolicyAreAsExpected(
      Policy policy, boolean secure, long connections, long full, long resumed) {
    assertThat(difference(policy, secure, counts(connections, full, resumed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POOLED, true, 1, 1, 0, 'expected 0 connections accepted over 10 requests, found 1'",
    "LIMITED, true, 4, 4, 0, 'expected 3 connections accepted over 10 requests, found 4'",
    "LIMITED, true, 3, 2, 1, 'expected 3 full handshakes over 10 requests, found 2'",
    "NEW_CONNECTION_RESUMED, true, 10, 1, 9, 'expected 0 full handshakes over 10 requests, found 1'",
    "NEW_CONNECTION_FULL, true, 10, 0, 10, 'expected 10 full handshakes over 10 requests, found 0'",
    "NEW_CONNECTION_FULL, true, 9, 9, 0, 'expected 10 connections accepted over 10 requests, found 9'",
    "NEW_CLIENT, false, 10, 10, 0, 'expected 0 handshakes, full and resumed over 10 requests, found 10'",
    "NEW_CLIENT_SHARED_CONTEXT, true, 10, 1, 8, 'expected 10 handshakes, full and resumed over 10 requests, found 9'",
  })
  void firstCountThatDiffersIsNamed(
      Policy policy, boolean secure, long connections, long full, long resumed, String sentence) {
    assertThat(difference(policy, secure, counts(connections, full, resumed))).hasValue(sentence);
  }

  /** A pool opens connections as its users need them. */
  @ParameterizedTest
  @CsvSource({
    "POOLED, true, 0, 0, 0",
    "POOLED, true, 4, 3, 1",
    "POOLED, false, 4, 0, 0",
    "NEW_CONNECTION_RESUMED, true, 10, 3, 7",
    "NEW_CLIENT_SHARED_CONTEXT, true, 10, 3, 7",
    "NEW_CLIENT, true, 10, 10, 0",
  })
  void countsOfFourConnectionsAtATimeAreAsExpected(
      Policy policy, boolean secure, long connections, long full, long resumed) {
    assertThat(differenceOfMany(policy.expectedCounts(secure, 0, 4), connections, full, resumed))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POOLED, true, 5, 5, 0, 'expected 0 to 4 connections accepted over 10 requests, found 5'",
    "POOLED, true, 4, 3, 0, 'expected 4 handshakes, full and resumed over 10 requests, found 3'",
    "NEW_CONNECTION_RESUMED, true, 9, 3, 6, 'expected 10 connections accepted over 10 requests, found 9'",
    "NEW_CLIENT, true, 10, 9, 1, 'expected 10 full handshakes over 10 requests, found 9'",
  })
  void firstCountOfFourConnectionsAtATimeThatDiffersIsNamed(
      Policy policy, boolean secure, long connections, long full, long resumed, String sentence) {
    assertThat(differenceOfMany(policy.expectedCounts(secure, 0, 4), connections, full, resumed))
        .hasValue(sentence);
  }

  private static Optional<String> differenceOfMany(
      ExpectedCounts expected, long connections, long full, long resumed) {
    return Comparison.firstDifference(expected.compare(counts(connections, full, resumed)), 10);
  }

  @Test
  void missingValidationsAndResetsAreNamed() {
    assertThat(difference(Policy.NEW_CLIENT, true, new Counts(10, 10, 10, 0, 9, 0, 1, 1)))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith("expected 10 chains validated")
                    .endsWith("found 9"));
    assertThat(difference(Policy.NEW_CLIENT, true, new Counts(10, 10, 10, 0, 10, 1, 1, 1)))
        .hasValue("expected 0 connections reset over 10 requests, found 1");
  }

  @Test
  void connectionIsKeptOnlyIfNoneIsNew() {
    assertThat(Policy.POOLED.expectedCounts(true, 0).keptConnections()).isEqualTo(1);
    assertThat(Policy.POOLED.expectedCounts(true, 0, 4).keptConnections()).isEqualTo(4);
    assertThat(Policy.NEW_CONNECTION_FULL.expectedCounts(true, 0).keptConnections()).isZero();
    assertThat(Policy.EXPIRED.expectedCounts(true, 0).keptConnections()).isEqualTo(1);
    assertThat(Policy.NEW_CLIENT.expectedCounts(true, 0, 4).keptConnections()).isZero();
  }

  private static Counts counts(long connections, long full, long resumed) {
    return new Counts(10, connections, full, resumed, full, 0, 1, 1);
  }

  private static Optional<String> difference(Policy policy, boolean secure, Counts counts) {
    return Comparison.firstDifference(
        policy.expectedCounts(secure, 4).compare(counts), counts.requests());
  }
}
