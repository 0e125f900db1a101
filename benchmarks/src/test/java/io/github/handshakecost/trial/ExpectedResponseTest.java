package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Client.Response;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExpectedResponseTest {
  private static final String PATH = "/bytes/256";
  private static final byte[] BODY = new byte[256];

  static {
    new SplittableRandom(1).nextBytes(BODY);
  }

  private final ExpectedResponse expected = ExpectedResponse.of(PATH, BODY);

  @Test
  void rightResponsePasses() {
    assertThatCode(() -> expected.check(new Response(200, BODY.clone())))
        .doesNotThrowAnyException();
  }

  @Test
  void emptyBodyPassesWhereOneIsExpected() {
    assertThatCode(
            () ->
                ExpectedResponse.of("/bytes/0", new byte[0]).check(new Response(200, new byte[0])))
        .doesNotThrowAnyException();
  }

  @Test
  void oneCorruptedBodyInAMillionIsFound() {
    final byte[] corrupted = BODY.clone();
    corrupted[100] ^= 4;

    assertThat(
            IntStream.range(0, 1_000_000)
                .filter(i -> refuses(i == 777_777 ? corrupted : BODY))
                .toArray())
        .containsExactly(777_777);
  }

  @Test
  void everySingleFlippedBitIsFound() {
    for (int bit = 0; bit < BODY.length * Byte.SIZE; bit++) {
      final byte[] corrupted = BODY.clone();
      corrupted[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(refuses(corrupted)).as("bit %d", bit).isTrue();
    }
  }

  @Test
  void wrongBodyIsNamedByPathAndDigests() {
    assertThatThrownBy(() -> expected.check(new Response(200, new byte[BODY.length])))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageMatching(
            "GET /bytes/256: expected a body with CRC-32C [0-9a-f]{8}, found [0-9a-f]{8}");
  }

  @Test
  void otherStatusIsNamedThoughTheBodyIsRight() {
    assertThatThrownBy(() -> expected.check(new Response(500, BODY)))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage("GET /bytes/256: expected status 200, found status 500");
  }

  @Test
  void shortBodyIsNamedByItsLength() {
    assertThatThrownBy(() -> expected.check(new Response(200, Arrays.copyOf(BODY, 255))))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage("GET /bytes/256: expected 256 bytes, found 255 bytes");
  }

  private boolean refuses(byte[] body) {
    try {
      expected.check(new Response(200, body));
      return false;
    } catch (BrokenPremiseException refused) {
      return true;
    }
  }
}
