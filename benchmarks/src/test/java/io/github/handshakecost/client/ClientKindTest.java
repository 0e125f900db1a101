package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClientKindTest {

  @Test
  void clientThatCannotBeClosedNeedsALaterJdk() {
    assertThat(ClientKind.JDK.missing(20, true))
        .hasValue(
            "client=jdk cannot be closed before JDK 21 and leaves threads and connections behind, and the forks run on JDK 20; give -jvm the java command of JDK 21 or later");
    assertThat(ClientKind.JDK.missing(21, true)).isEmpty();
  }

  @Test
  void threadsOfAClientAreCountedOnLinuxAlone() {
    assertThat(ClientKind.OKHTTP.missing(21, false))
        .hasValue(
            "client=okhttp works on threads of its own, whose CPU time is counted on Linux alone; measure on Linux");
    assertThat(ClientKind.URLCONNECTION.missing(17, false)).isPresent();
    assertThat(ClientKind.HTTPCLIENT5.missing(17, false)).isEmpty();
  }

  @Test
  void onlyClientsWithTheirOwnPoolAndEnoughCodeShareAJvm() {
    assertThat(ClientKind.HTTPCLIENT5.sharesJvm(false)).isTrue();
    assertThat(ClientKind.URLCONNECTION.sharesJvm(true)).isTrue();
    assertThat(ClientKind.URLCONNECTION.sharesJvm(false)).isFalse();
    assertThat(ClientKind.RAW_SOCKET.sharesJvm(true)).isFalse();
  }
}
