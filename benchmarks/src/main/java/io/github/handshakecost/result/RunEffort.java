package io.github.handshakecost.result;

/**
 * How much a run set out to spend, in whole numbers, so that it can be continued as it was begun.
 *
 * @param warmUpMillis the longest that a fork may warm up
 * @param cycles blocks of each cell on loopback, in a fork; at a distance a quarter of them
 * @param blockMillis how long a block measures at least
 * @param leastRounds before the stopping rule is asked
 * @param mostRounds after which a run ends
 * @param budgetMillis after which no further round begins
 * @param precision how far the farther end of a headline figure's 95 % interval may be from it, as
 *     a share of the figure
 */
public record RunEffort(
    long warmUpMillis,
    int cycles,
    long blockMillis,
    int leastRounds,
    int mostRounds,
    long budgetMillis,
    double precision) {}
