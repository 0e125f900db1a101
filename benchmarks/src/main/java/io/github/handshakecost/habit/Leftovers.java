package io.github.handshakecost.habit;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Things that a habit does not close. They stay reachable, so no collection closes them either. */
final class Leftovers implements Closeable {
  private final Deque<Closeable> open = new ArrayDeque<>();

  <T extends Closeable> T add(T thing) {
    open.push(thing);
    return thing;
  }

  /** Closes the latest first. */
  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
