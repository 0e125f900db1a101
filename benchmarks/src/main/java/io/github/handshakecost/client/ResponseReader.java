package io.github.handshakecost.client;

import io.github.handshakecost.client.Client.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the HTTP/1.1 responses of one connection by their Content-Length (RFC 9112 section 6.2).
 */
final class ResponseReader {
  private static final String LENGTH = "content-length:";
  private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
  private static final int STATUS_END = STATUS_BEGIN + 3;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];

  ResponseReader(InputStream in) {
    this.in = in;
  }

  /**
   * @throws EOFException if the server closes before the response is whole
   * @throws ProtocolException if the response is malformed
   */
  Response read() throws IOException {
    int filled = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      if (filled == buffer.length) {
        throw new ProtocolException(
            "response head exceeds " + buffer.length + " bytes; the fixture sends far less");
      }
      final int from = filled;
      filled += readSome(filled);
      headEnd = endOfHead(Math.max(0, from - 3), filled);
    }
    final String head = new String(buffer, 0, headEnd, StandardCharsets.US_ASCII);
    final byte[] body = new byte[contentLength(head)];
    final int already = filled - headEnd;
    if (already > body.length) {
      throw new ProtocolException(
          "response of %d bytes is followed by %d more bytes"
              .formatted(body.length, already - body.length));
    }
    System.arraycopy(buffer, headEnd, body, 0, already);
    if (in.readNBytes(body, already, body.length - already) < body.length - already) {
      throw closedEarly();
    }
    return new Response(Integer.parseInt(head.substring(STATUS_BEGIN, STATUS_END)), body);
  }

  private int readSome(int offset) throws IOException {
    final int count = in.read(buffer, offset, buffer.length - offset);
    if (count < 0) {
      throw closedEarly();
    }
    return count;
  }

  private static EOFException closedEarly() {
    return new EOFException("the server closed the connection in the middle of a response");
  }

  /** Index after the blank line, or -1. */
  private int endOfHead(int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (buffer[i] == '\r'
          && buffer[i + 1] == '\n'
          && buffer[i + 2] == '\r'
          && buffer[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private static int contentLength(String head) throws ProtocolException {
    final int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      throw new ProtocolException(
          "response without Content-Length: " + head.lines().findFirst().orElse(""));
    }
    return Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at)).trim());
  }
}
