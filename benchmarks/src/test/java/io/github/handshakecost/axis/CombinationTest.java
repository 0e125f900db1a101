package io.github.handshakecost.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes sense together, and the sentence that refuses the rest. */
final class CombinationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cds=on                             | cds is an axis of new JVMs; name a request, as in -p nth=2
          nth=5 placement=free rtt=20ms      | nth=5 rtt=20ms: new JVMs are measured on loopback only; use rtt=0ms
          nth=5                              | nth=5 placement=same-core: the server of a new JVM is another process, which cannot share its core; use placement=free
          nth=5 placement=free protocol=h2 client=okhttp | nth=5 protocol=h2: new JVMs are measured over HTTP/1.1 only; use protocol=tls1.3
          nth=5 placement=free client=jdk    | nth=5 client=jdk: this client does not tell when it connects, which proves the requests of a new JVM; use client=httpclient5
          nth=5 placement=free trust=bundle  | nth=5: new JVMs are measured with trust=one only; leave trust out, or measure without nth
          nth=5 placement=free users=4       | nth=5: new JVMs are measured with users=1 only; leave users out, or measure without nth
          nth=5 placement=free chain=intermediate | nth=5: new JVMs are measured with chain=leaf only; leave chain out, or measure without nth
          nth=5 placement=free recovery=check | nth=5: new JVMs are measured with recovery=none only; leave recovery out, or measure without nth
          nth=1 placement=free               | nth=1 policy=pooled: the first request of a JVM reuses nothing under any policy; use policy=new-client
          nth=1 placement=free policy=new-connection-resumed | nth=1 policy=new-connection-resumed: the first request of a JVM reuses nothing under any policy; use policy=new-client
          """)
  void combinationThatMakesNoSenseForANewJvmIsRefused(String params, String sentence) {
    assertThat(Settings.of(params(params)).validationError()).hasValue(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nth=1 placement=free policy=new-client",
        "nth=1 placement=free policy=new-connection-full",
        "nth=2 placement=free policy=pooled",
        "nth=1000 placement=free policy=new-connection-resumed cds=off"
      })
  void requestOfANewJvmMakesSense(String params) {
    assertThat(Settings.of(params(params)).validationError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy=limited requestsPerConnection=1000 rtt=50ms | requestsPerConnection=1000 takes longer than 20 s at rtt=50ms idle=0ms, and a block ends with a connection; use at most 400
          policy=limited requestsPerConnection=100 idle=250ms | requestsPerConnection=100 takes longer than 20 s at rtt=0ms idle=250ms, and a block ends with a connection; use at most 80
          policy=expired idle=50ms recovery=retry rtt=20ms | policy=expired idle=50ms: the server closes after half of the pause, which would hit a request at work; use idle=60ms or more at rtt=20ms
          """)
  void connectionThatCannotBeMeasuredIsRefused(String params, String sentence) {
    assertThat(Settings.of(params(params)).validationError()).hasValue(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policy=limited requestsPerConnection=400 rtt=50ms",
        "policy=limited requestsPerConnection=1000",
        "policy=expired idle=60ms recovery=retry rtt=20ms"
      })
  void connectionThatCanBeMeasuredMakesSense(String params) {
    assertThat(Settings.of(params(params)).validationError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clientTls=conscrypt protocol=http policy=new-connection-full | clientTls is an axis of TLS, and protocol=http has none; leave it out, or use protocol=tls1.3
          clientTls=conscrypt protocol=h2 client=okhttp | clientTls=conscrypt closes some connections of protocol=h2 without close_notify; use protocol=tls1.3
          clientTls=conscrypt client=httpclient5-async  | client=httpclient5-async resets connections that it closes with clientTls=conscrypt; use client=httpclient5
          clientTls=conscrypt nth=5 placement=free      | nth=5: new JVMs are measured with clientTls=jdk only; leave clientTls out, or measure without nth
          group=x25519mlkem768 protocol=tls1.2          | group=x25519mlkem768 is a group of TLS 1.3 and not of protocol=tls1.2; use protocol=tls1.3
          """)
  void tlsThatMakesNoSenseIsRefused(String params, String sentence) {
    assertThat(Settings.of(params(params)).validationError()).hasValue(sentence);
  }

  @ParameterizedTest
  @EnumSource(
      value = Policy.class,
      names = {"NEW_CONNECTION_RESUMED", "NEW_CLIENT_SHARED_CONTEXT"})
  void policyOfSessionsMakesNoSenseWithoutTls(Policy policy) {
    assertThat(settings(policy, Protocol.HTTP).validationError())
        .hasValue(
            "policy=%s needs TLS, and protocol=http has no sessions to resume;"
                    .formatted(policy.label())
                + " use policy=new-connection-full");
  }

  @ParameterizedTest
  @EnumSource(
      value = Policy.class,
      names = {"POOLED", "NEW_CONNECTION_FULL", "NEW_CLIENT"})
  void policyOfConnectionsMakesSenseWithoutTls(Policy policy) {
    assertThat(settings(policy, Protocol.HTTP).validationError()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LIMITED", "EXPIRED"})
  void everyPolicyMakesSenseOverTls(Policy policy) {
    assertThat(settings(policy, Protocol.TLS_1_2).validationError()).isEmpty();
    assertThat(settings(policy, Protocol.TLS_1_3).validationError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"limited, none", "pooled, 10"})
  void limitAndItsPolicyBelongTogether(String policy, String limit) {
    assertThat(
            Settings.of(Map.of("policy", policy, "requestsPerConnection", limit)).validationError())
        .hasValue(
            "policy=%s and requestsPerConnection=%s contradict each other; use policy=limited with requestsPerConnection=2 to 1000"
                .formatted(policy, limit));
    assertThat(
            Settings.of(Map.of("policy", "limited", "requestsPerConnection", "10"))
                .validationError())
        .isEmpty();
  }

  @Test
  void expiredConnectionNeedsAPauseAndARecovery() {
    final Map<String, String> complete =
        Map.of("policy", "expired", "idle", "250ms", "recovery", "retry");

    assertThat(Settings.of(complete).validationError()).isEmpty();
    assertThat(complete.keySet())
        .filteredOn(axis -> !axis.equals("policy"))
        .allSatisfy(
            axis -> {
              final Map<String, String> incomplete = new HashMap<>(complete);
              incomplete.remove(axis);
              assertThat(Settings.of(incomplete).validationError())
                  .hasValueSatisfying(
                      sentence ->
                          assertThat(sentence).contains("use idle=250ms with recovery=retry"));
            });
  }

  @Test
  void recoveryIsASettingOfOneClient() {
    assertThat(Settings.of(Map.of("client", "raw-socket", "recovery", "check")).validationError())
        .hasValue("recovery=check is a setting of Apache HttpClient; use client=httpclient5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client=raw-socket users=4 placement=free | users=4 needs a client that several threads share, and client=raw-socket is one for each; use client=httpclient5 or okhttp",
        "client=okhttp policy=new-client users=4 placement=free | users=4 client=okhttp is measured with policy=pooled only; use client=httpclient5",
        "client=okhttp users=4 placement=free pool=2 | pool=2: client=okhttp opens connections as it needs them; use client=httpclient5",
        "policy=new-connection-full users=4 placement=free | policy=new-connection-full cannot have users=4: a user would resume the session that another has just made; use policy=new-client",
        "policy=limited requestsPerConnection=2 users=4 placement=free | policy=limited cannot have users=4: a user would resume the session that another has just made; use policy=new-client",
        "users=4 | users=4 contradicts placement=same-core: several threads on one core only queue; use placement=free",
        "policy=new-client users=4 placement=free pool=2 | pool=2 has no meaning with policy=new-client, which keeps no connection; use pool=ample",
        "users=4 placement=free pool=4 | pool=4 is ample for users=4; use pool=ample",
        "pool=1 | pool=1 is ample for users=1; use pool=ample",
      })
  void combinationOfUsersWithoutMeaningIsRefused(String values, String sentence) {
    assertThat(settings(values).validationError()).hasValue(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users=64 placement=free",
        "users=4 placement=free pool=3",
        "users=4 placement=free client=okhttp",
        "users=4 placement=free client=okhttp protocol=h2",
        "users=4 placement=free policy=new-connection-resumed",
        "users=4 placement=free policy=new-client protocol=http",
      })
  void usersShareAClient(String values) {
    assertThat(settings(values).validationError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"new-connection-resumed, none", "new-connection-full, none", "limited, 10"})
  void policyThatClosesConnectionsNeedsAClientThatCan(String policy, String limit) {
    final Map<String, String> params =
        Map.of("client", "jdk", "policy", policy, "requestsPerConnection", limit);

    assertThat(Settings.of(params).validationError())
        .hasValue(
            "client=jdk cannot close a connection, and policy=%s needs that; use policy=pooled, new-client or new-client-shared-context"
                .formatted(policy));
    assertThat(Settings.of(Map.of("client", "jdk", "policy", "new-client")).validationError())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"httpclient5", "httpclient5-async", "urlconnection", "raw-socket"})
  void http2NeedsAClientThatSpeaksIt(String client) {
    assertThat(Settings.of(Map.of("client", client, "protocol", "h2")).validationError())
        .hasValue(
            "client=%s is not measured over HTTP/2; use client=okhttp or jdk, or protocol=tls1.3"
                .formatted(client));
    assertThat(Settings.of(Map.of("client", "okhttp", "protocol", "h2")).validationError())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"jdk", "urlconnection"})
  void distanceNeedsAClientThatConnectsToItsAddresses(String client) {
    assertThat(Settings.of(Map.of("client", client, "rtt", "20ms")).validationError())
        .hasValue(
            "client=%s connects to the system's address of localhost, which rtt=20ms does not change; use rtt=0ms, or another client"
                .formatted(client));
    assertThat(Settings.of(Map.of("client", "okhttp", "rtt", "20ms")).validationError()).isEmpty();
  }

  private static Settings settings(String values) {
    return Settings.of(
        Stream.of(values.split(" "))
            .map(value -> value.split("="))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
  }

  private static Settings settings(Policy policy, Protocol protocol) {
    return Settings.of(Map.of("policy", policy.label(), "protocol", protocol.label()));
  }

  private static Map<String, String> params(String text) {
    return Stream.of(text.split(" "))
        .map(param -> param.split("="))
        .collect(Collectors.toMap(param -> param[0], param -> param[1]));
  }
}
