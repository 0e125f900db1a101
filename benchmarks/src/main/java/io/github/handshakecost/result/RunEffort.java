package io.github.handshakecost.result;

/**
 * How much a run set out to spend, in whole numbers, so that it can be continued as it was begun.
 *
 * @param warmUpMillis the longest that a fork may warm up
 * @param warmupIterations of JMH, after that
 * @param iterations measured in a fork
 * @param iterationMillis of either kind, on loopback
 * @param leastRounds before the stopping rule is asked
 * @param mostRounds after which a run ends
 * @param budgetMillis after which no further round begins
 * @param precision as {@link RunManifest#precision}
 */
public record RunEffort(
    long warmUpMillis,
    int warmupIterations,
    int iterations,
    long iterationMillis,
    int leastRounds,
    int mostRounds,
    long budgetMillis,
    double precision) {}
