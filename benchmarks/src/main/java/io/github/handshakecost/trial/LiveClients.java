package io.github.handshakecost.trial;

import io.github.handshakecost.client.Client;
import io.github.handshakecost.environment.UsedHeap;
import io.github.handshakecost.result.LiveClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that are open at the same time, to see what one of them holds. Half of them are open
 * before the weighing: what all clients share comes with the first, and what closed clients and JMH
 * leave behind goes meanwhile.
 */
final class LiveClients implements AutoCloseable {
  private static final int COUNT = 12;

  private final Opener opener;
  private final List<Client> open = new ArrayList<>();

  private LiveClients(Opener opener) {
    this.opener = opener;
  }

  /** Opens a client. */
  @FunctionalInterface
  interface Opener {
    Client open() throws IOException;
  }

  /** Opens clients, and closes them. */
  static LiveClient weigh(Opener opener, ClientThreads threads) throws IOException {
    try (LiveClients clients = new LiveClients(opener)) {
      clients.openMore();
      final double heapBefore = UsedHeap.afterCollection();
      final double threadsBefore = threads.alive();
      clients.openMore();
      return new LiveClient(
          (UsedHeap.afterCollection() - heapBefore) / COUNT,
          (threads.alive() - threadsBefore) / COUNT);
    }
  }

  private void openMore() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      open.add(opener.open());
    }
  }

  @Override
  public void close() throws IOException {
    for (final Client client : open) {
      client.close();
    }
  }
}
