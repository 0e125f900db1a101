package io.github.handshakecost.result;

import java.util.List;

/** What JMH says of a fork, as its JSON names it. Times are in seconds. */
public record JmhFacts(
    String jmhVersion,
    String benchmark,
    String mode,
    int threads,
    List<String> jvmArgs,
    String jdkVersion,
    String vmName,
    String vmVersion,
    int warmupIterations,
    double warmupSeconds,
    int measurementIterations,
    double measurementSeconds,
    String scoreUnit) {

  public JmhFacts {
    jvmArgs = List.copyOf(jvmArgs);
  }
}
