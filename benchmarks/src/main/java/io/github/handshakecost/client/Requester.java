package io.github.handshakecost.client;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Policy;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Sends requests under one policy. Several threads may use it at once, unless the policy makes the
 * client forget its sessions.
 */
public interface Requester extends AutoCloseable {

  /**
   * A requester of one user.
   *
   * @param limit the requests on each connection of {@link Policy#LIMITED}
   */
  static Requester of(Policy policy, int limit, Wiring wiring) {
    return switch (policy) {
      case POOLED -> new KeptClient(wiring, false, Integer.MAX_VALUE, true);
      case EXPIRED -> new KeptClient(wiring, false, Integer.MAX_VALUE, false);
      case LIMITED -> new KeptClient(wiring, true, limit, false);
      case NEW_CONNECTION_RESUMED ->
          wiring.target().connections() > 1
              ? new SharedClient(wiring)
              : new KeptClient(wiring, false, 1, false);
      case NEW_CONNECTION_FULL -> new KeptClient(wiring, true, 1, false);
      case NEW_CLIENT -> new FreshClient(wiring, false);
      case NEW_CLIENT_SHARED_CONTEXT -> new FreshClient(wiring, true);
    };
  }

  /**
   * Sends a GET, reads and checks the response, and keeps or closes client and connection as the
   * policy says.
   *
   * @return the body
   * @throws IOException if no whole response came back
   */
  byte[] get(String path) throws IOException;

  /** Closes the connection, unless the policy keeps it between iterations. */
  default void endConnection() throws IOException {}

  @Override
  void close() throws IOException;

  /** Throws a {@link RuntimeException} if a response is not the right one. */
  @FunctionalInterface
  interface ResponseCheck {
    void check(String path, Response response);
  }

  /**
   * The parts of a requester.
   *
   * @param validations counts the certificate chains that the clients' trust managers check
   */
  record Wiring(
      Client.Factory clients,
      Target target,
      Recovery recovery,
      LongAdder validations,
      PhaseClock clock,
      ResponseCheck check) {

    ClientTls loadTls() {
      return ClientTls.load(target, validations);
    }

    /** A client with a TLS context of its own, and with the connection of a first request. */
    public Client openAfter(String path) throws IOException {
      final Client client = open(loadTls(), HeaderPlace.ON_CLIENT);
      try {
        check.check(path, client.get(path));
        return client;
      } catch (IOException | RuntimeException e) {
        client.close();
        throw e;
      }
    }

    Client open(ClientTls tls, HeaderPlace headers) {
      return clients.open(target, tls, new ClientOptions(headers, recovery), clock);
    }
  }

  /** One client for all requests. */
  final class KeptClient implements Requester {
    private final Client client;
    private final ClientTls tls;
    private final Wiring wiring;
    private final boolean forgetsSessions;
    private final int requestsPerConnection;
    private final boolean lasting;
    private int requests;

    /**
     * @param lasting whether the connection stays open between iterations
     */
    KeptClient(Wiring wiring, boolean forgetsSessions, int requestsPerConnection, boolean lasting) {
      this.lasting = lasting;
      this.wiring = wiring;
      this.forgetsSessions = forgetsSessions;
      this.requestsPerConnection = requestsPerConnection;
      tls = wiring.loadTls();
      client = wiring.open(tls, HeaderPlace.ON_CLIENT);
    }

    @Override
    public byte[] get(String path) throws IOException {
      if (forgetsSessions && requests == 0) {
        tls.forgetSessions();
        wiring.clock().lap(Phase.SETUP);
      }
      final Response response = client.get(path);
      wiring.check().check(path, response);
      wiring.clock().lap(Phase.EXCHANGE);
      if (requestsPerConnection < Integer.MAX_VALUE && ++requests == requestsPerConnection) {
        requests = 0;
        client.closeConnections();
        wiring.clock().lap(Phase.CLOSE);
      }
      return response.body();
    }

    @Override
    public void endConnection() throws IOException {
      if (!lasting && requests > 0) {
        requests = 0;
        client.closeConnections();
      }
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  /** One client for the requests of several threads, each on a connection of its own. */
  final class SharedClient implements Requester {
    private final Client client;
    private final Wiring wiring;

    SharedClient(Wiring wiring) {
      this.wiring = wiring;
      client = wiring.open(wiring.loadTls(), HeaderPlace.ON_CLIENT);
    }

    @Override
    public byte[] get(String path) throws IOException {
      final Response response = client.getAndClose(path);
      wiring.check().check(path, response);
      wiring.clock().lap(Phase.EXCHANGE);
      return response.body();
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  /** A new client for each request, closed after it. */
  final class FreshClient implements Requester {
    private final Wiring wiring;
    private final Supplier<ClientTls> tls;

    /**
     * @param sharesTls whether all clients share one TLS context, so that sessions are resumed
     */
    FreshClient(Wiring wiring, boolean sharesTls) {
      this.wiring = wiring;
      if (wiring.target().secure() && !sharesTls) {
        tls = wiring::loadTls;
      } else {
        final ClientTls shared = wiring.loadTls();
        tls = () -> shared;
      }
    }

    @Override
    public byte[] get(String path) throws IOException {
      final PhaseClock clock = wiring.clock();
      try (Client client = wiring.open(tls.get(), HeaderPlace.ON_REQUEST)) {
        clock.lap(Phase.SETUP);
        final Response response = client.get(path);
        wiring.check().check(path, response);
        clock.lap(Phase.EXCHANGE);
        return response.body();
      } finally {
        clock.lap(Phase.CLOSE);
      }
    }

    @Override
    public void close() {}
  }
}
