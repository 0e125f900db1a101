package io.github.handshakecost.client;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a requester is made of, whatever its policy.
 *
 * @param validations counts the chains that the clients' trust managers check
 * @param clock to which every phase is given
 * @param check what every response must pass
 */
public record Wiring(
    ClientFactory clients,
    Target target,
    LongAdder validations,
    PhaseClock clock,
    ResponseCheck check) {

  ClientTls loadTls() {
    return ClientTls.load(target, validations);
  }

  Client open(ClientTls tls, HeaderPlace headers) {
    return clients.open(target, tls, headers, clock);
  }
}
