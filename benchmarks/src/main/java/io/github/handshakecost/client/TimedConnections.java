package io.github.handshakecost.client;

import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Gives the wait for a connection of the pool to a clock. */
record TimedConnections(HttpClientConnectionManager pool, PhaseClock clock)
    implements HttpClientConnectionManager {

  /** The state of a connection that serves one request. */
  static final Object CLOSED_AFTERWARDS = "closed afterwards";

  @Override
  public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, @Nullable Object state) {
    final LeaseRequest request = pool.lease(id, route, timeout, state);
    return new LeaseRequest() {
      @Override
      public ConnectionEndpoint get(Timeout longest)
          throws InterruptedException, ExecutionException, TimeoutException {
        clock.lap(Phase.EXCHANGE);
        final ConnectionEndpoint leased = request.get(longest);
        clock.lap(Phase.LEASE);
        return leased;
      }

      @Override
      public boolean cancel() {
        return request.cancel();
      }
    };
  }

  /** A pool that may not keep a connection for any time closes it by close_notify. */
  @Override
  public void release(ConnectionEndpoint used, @Nullable Object state, TimeValue keepAlive) {
    if (CLOSED_AFTERWARDS.equals(state)) {
      clock.lap(Phase.EXCHANGE);
      pool.release(used, state, null);
      clock.lap(Phase.CLOSE);
    } else {
      pool.release(used, state, keepAlive);
    }
  }

  @Override
  public void connect(ConnectionEndpoint leased, TimeValue timeout, HttpContext context)
      throws IOException {
    pool.connect(leased, timeout, context);
  }

  @Override
  public void upgrade(ConnectionEndpoint leased, HttpContext context) throws IOException {
    pool.upgrade(leased, context);
  }

  @Override
  public void close(CloseMode mode) {
    pool.close(mode);
  }

  @Override
  public void close() throws IOException {
    pool.close();
  }
}
