package io.github.handshakecost.result;

import org.jspecify.annotations.Nullable;

/**
 * The resources of one request. Counts, bytes and segments are averages over all measured requests
 * of a cell. CPU times are means over forks, like times by the clock, so that a fast fork with more
 * requests does not count for more.
 *
 * @param connections accepted by the server
 * @param bytesIn read by the server from its sockets, TLS included
 * @param bytesOut written by the server to its sockets, TLS included
 * @param clientCpu CPU time of the client's threads, in microseconds
 * @param serverCpu CPU time of the server's threads, in microseconds
 * @param allocatedBytes allocated by the client's threads
 * @param segments sent by both ends; absent if they were not counted
 * @param threads no average of requests: those of the fork's clients that are alive at the end of a
 *     block, without the one that sends the requests; absent if they were not counted
 */
public record PerRequest(
    double connections,
    double handshakesFull,
    double handshakesResumed,
    double bytesIn,
    double bytesOut,
    double clientCpu,
    double serverCpu,
    double allocatedBytes,
    @Nullable Double segments,
    @Nullable Double threads) {}
