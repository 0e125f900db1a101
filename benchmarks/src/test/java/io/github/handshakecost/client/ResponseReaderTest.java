package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Client.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16 * 1024, 1 << 20})
  void bodyOfAnyLengthIsReadWhole(int length) throws IOException {
    final byte[] body = randomBytes(length);

    final Response response = read(new ByteArrayInputStream(message(body)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void headThatComesByteForByteIsRead() throws IOException {
    final byte[] body = randomBytes(10);

    final Response response = read(new Trickle(message(body)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void responsesAfterOneAnotherAreToldApart() throws IOException {
    final byte[] first = randomBytes(3);
    final InputStream in = new Trickle(concat(message(first), message(new byte[0])));
    final ResponseReader reader = new ResponseReader(in);

    assertThat(reader.read().body()).isEqualTo(first);
    assertThat(reader.read().body()).isEmpty();
  }

  @Test
  void nameOfTheLengthIsReadInAnyCase() throws IOException {
    assertThat(read(text("HTTP/1.1 200 OK\r\ncOnTeNt-LeNgTh:  2 \r\n\r\nhi")).body())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("hi");
  }

  @Test
  void otherStatusIsReadAsItIs() throws IOException {
    assertThat(read(text("HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n")).status())
        .isEqualTo(503);
  }

  @Test
  void responseWithoutALengthIsRefused() {
    assertThatThrownBy(() -> read(text("HTTP/1.1 200 OK\r\nserver: other\r\n\r\nhello")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContainingAll("without Content-Length", "HTTP/1.1 200 OK");
  }

  @Test
  void bytesBeyondTheLengthAreRefused() {
    assertThatThrownBy(() -> read(text("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhello")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContainingAll("2 bytes", "3 more");
  }

  @Test
  void headWithoutEndIsRefused() {
    assertThatThrownBy(() -> read(text("HTTP/1.1 200 OK\r\nx: " + "y".repeat(20_000))))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("16384 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r",
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhell"
      })
  void responseThatEndsTooSoonIsRefused(String half) {
    assertThatThrownBy(() -> read(text(half)))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("in the middle of a response");
  }

  private static Response read(InputStream in) throws IOException {
    return new ResponseReader(in).read();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] message(byte[] body) {
    final String head = "HTTP/1.1 200 OK\r\ncontent-length: " + body.length + "\r\n\r\n";
    return concat(head.getBytes(StandardCharsets.US_ASCII), body);
  }

  private static byte[] concat(byte[] left, byte[] right) {
    final byte[] both = new byte[left.length + right.length];
    System.arraycopy(left, 0, both, 0, left.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static byte[] randomBytes(int length) {
    final byte[] bytes = new byte[length];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }

  /** Gives one byte at a time, as a slow network does. */
  private static final class Trickle extends FilterInputStream {
    Trickle(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return super.read(into, offset, Math.min(1, length));
    }
  }
}
