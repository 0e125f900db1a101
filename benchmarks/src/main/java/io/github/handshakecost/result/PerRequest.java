package io.github.handshakecost.result;

import org.jspecify.annotations.Nullable;

/**
 * What one request took. Counts, bytes and segments are averages over all measured requests of a
 * cell; CPU times are means over forks, as times by the clock are: a fork that was fast made more
 * requests, and may not count for more.
 *
 * @param connections accepted by the server
 * @param bytesIn read by the server from its sockets, TLS included
 * @param bytesOut written by the server to its sockets, TLS included
 * @param clientCpu CPU time of the client's thread, in microseconds
 * @param serverCpu CPU time of the server's threads, in microseconds
 * @param allocatedBytes allocated by the client's thread
 * @param segments sent by both ends; absent where they were not counted
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
    @Nullable Double segments) {}
