package io.github.handshakecost.result;

import org.jspecify.annotations.Nullable;

/**
 * One measured iteration of a fork, its premise already proven.
 *
 * @param mean JMH's average time of an operation, in microseconds
 * @param operations benchmark invocations; one for {@code request}, one loop for {@code
 *     yearly-records}
 * @param counts ledger and client counts, in total
 * @param phases time budget per operation, in microseconds
 * @param clientCpu CPU time of the client's thread, in microseconds, in total
 * @param serverCpu CPU time of the server's threads, in microseconds, in total
 * @param allocatedBytes bytes allocated by the client's thread, in total
 * @param segments TCP segments that the kernel sent, by both ends, in total; absent where its
 *     counters count others too
 */
public record IterationRecord(
    double mean,
    long operations,
    Counts counts,
    PhaseTimes phases,
    double clientCpu,
    double serverCpu,
    long allocatedBytes,
    @Nullable Long segments) {}
