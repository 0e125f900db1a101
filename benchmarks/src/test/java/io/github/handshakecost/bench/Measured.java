package io.github.handshakecost.bench;

import org.openjdk.jmh.infra.Control;

/** JMH's signals to a benchmark. */
final class Measured {
  /** While all threads are measured. */
  static final Control NOW = control();

  private Measured() {}

  private static Control control() {
    final Control control = new Control();
    control.startMeasurement = true;
    return control;
  }
}
