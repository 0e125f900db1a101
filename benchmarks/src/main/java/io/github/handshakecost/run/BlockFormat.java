package io.github.handshakecost.run;

import java.lang.reflect.Proxy;
import java.util.function.ObjIntConsumer;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Prints nothing, and passes on the score of each measured iteration as soon as it ends. */
final class BlockFormat {
  private BlockFormat() {}

  /** All methods of the interface are void. */
  static OutputFormat of(ObjIntConsumer<Double> scores) {
    return (OutputFormat)
        Proxy.newProxyInstance(
            OutputFormat.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("iterationResult")
                  && ((IterationParams) arguments[1]).getType() == IterationType.MEASUREMENT) {
                scores.accept(
                    ((IterationResult) arguments[3]).getPrimaryResult().getScore(),
                    (int) arguments[2] - 1);
              }
              return null;
            });
  }
}
