package io.github.handshakecost.result;

import java.util.List;

/**
 * How a fork warmed up before anything was counted. Costs are CPU times of an operation, of client
 * and server together, in microseconds, by window.
 *
 * @param windowSeconds length of a window
 * @param allCores while as many users as there are cores warmed the code
 * @param inPlace after that, by the measured user alone, its threads placed as they are measured
 * @param requests in all windows
 * @param settled whether the last curve was flat when warming stopped; false means that the bound
 *     came first
 */
public record WarmUpCurve(
    double windowSeconds,
    List<Double> allCores,
    List<Double> inPlace,
    long requests,
    boolean settled) {

  public WarmUpCurve {
    allCores = List.copyOf(allCores);
    inPlace = List.copyOf(inPlace);
  }
}
