package io.github.handshakecost.result;

/**
 * What a fork took, in seconds; the same for each of its cells.
 *
 * @param all from its start to its end
 * @param warmUp of these, until all its cells had settled
 */
public record ForkTime(double all, double warmUp) {}
