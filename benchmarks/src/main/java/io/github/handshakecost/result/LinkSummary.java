package io.github.handshakecost.result;

import org.jspecify.annotations.Nullable;

/**
 * The links of one nominal round-trip time as measured, over all forks. Times in microseconds;
 * medians are over the forks, each of which calibrates its own link.
 *
 * @param rtt the nominal round-trip time, as the axis names it
 * @param forks that measured over such a link
 * @param connect median of the forks' median {@code connect()}: one round trip
 * @param connectRange least and greatest of the forks' medians
 * @param connectP95 median of the forks' 95th percentiles
 * @param echo median of the forks' median time of one byte there and back
 * @param packets in all
 * @param late packets that were sent more than 1 ms after they were due
 * @param discarded forks that were thrown away because their link was not as asked
 * @param shortened median of the time by which the forks reduced the delay; absent on loopback
 */
public record LinkSummary(
    String rtt,
    int forks,
    double connect,
    Interval connectRange,
    double connectP95,
    double echo,
    long packets,
    long late,
    int discarded,
    @Nullable Double shortened) {}
