package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.Target.AddressRing;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TargetTest {

  @Test
  void addressesAreTakenInTurn() throws UnknownHostException {
    final InetAddress first = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    final InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    final AddressRing ring = new AddressRing(List.of(first, second));

    assertThat(Stream.generate(ring::next).limit(5))
        .containsExactly(first, second, first, second, first);
  }
}
