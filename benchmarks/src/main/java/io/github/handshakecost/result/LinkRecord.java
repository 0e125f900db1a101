package io.github.handshakecost.result;

import org.jspecify.annotations.Nullable;

/**
 * What lay between client and server, as a fork found it by plain sockets just before it measured.
 * Times in microseconds.
 *
 * @param nominal round-trip time that was asked for; 0 on loopback
 * @param connect median time of {@code connect()}: one round trip
 * @param connectP95 of the same
 * @param echo median time of one byte there and back
 * @param packets that the link carried from the first iteration on; 0 on loopback, which counts
 *     none
 * @param late of these, sent more than 1 ms after they were due
 * @param worstLate the greatest delay beyond the due time
 * @param refused of these, dropped because there was no room for them
 * @param losses segments that the kernel sent again, and connections that found a listener's queue
 *     full, while the fork measured; 0 where its counters count others too
 * @param shortened by how much a round trip was made shorter than nominal, so that {@code
 *     connect()}, with the waking of sleepers in it, takes the nominal time; absent on loopback
 * @param discarded forks of the same cell that were thrown away since the last one that was kept,
 *     because their link was not as asked
 */
public record LinkRecord(
    double nominal,
    double connect,
    double connectP95,
    double echo,
    long packets,
    long late,
    double worstLate,
    long refused,
    long losses,
    @Nullable Double shortened,
    int discarded) {

  /** The same after so many that were thrown away. */
  public LinkRecord after(int thrownAway) {
    return new LinkRecord(
        nominal,
        connect,
        connectP95,
        echo,
        packets,
        late,
        worstLate,
        refused,
        losses,
        shortened,
        thrownAway);
  }
}
