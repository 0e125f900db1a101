package io.github.handshakecost.trial;

import io.github.handshakecost.client.Client.Response;
import java.util.zip.CRC32C;

/**
 * Status 200 and one body, known by its length and its CRC-32C (RFC 3720 appendix B.4). The JDK
 * computes that by a processor instruction, at far below the cost of a request.
 */
public record ExpectedResponse(String path, int length, long crc) {
  private static final int OK = 200;

  public static ExpectedResponse of(String path, byte[] body) {
    return new ExpectedResponse(path, body.length, crc(body));
  }

  /** Throws {@link BrokenPremiseException} if status, length or digest differs. */
  public void check(Response response) {
    if (response.status() != OK) {
      throw wrong("status 200", "status " + response.status());
    }
    if (response.body().length != length) {
      throw wrong(length + " bytes", response.body().length + " bytes");
    }
    final long found = crc(response.body());
    if (found != crc) {
      throw wrong("a body with CRC-32C %08x".formatted(crc), "%08x".formatted(found));
    }
  }

  private BrokenPremiseException wrong(String expected, String found) {
    return new BrokenPremiseException(
        "GET %s: expected %s, found %s".formatted(path, expected, found));
  }

  private static long crc(byte[] body) {
    final CRC32C crc = new CRC32C();
    crc.update(body);
    return crc.getValue();
  }
}
