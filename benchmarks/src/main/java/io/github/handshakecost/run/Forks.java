package io.github.handshakecost.run;

/** Where measured forks come from. */
@FunctionalInterface
public interface Forks {
  /**
   * Measures a group once, in a JVM of its own.
   *
   * @param blocks is told of each block as soon as it has been measured
   * @throws ForkFailedException if the fork did not come to its end
   */
  GroupFork measure(int round, Group group, BlockListener blocks);
}
