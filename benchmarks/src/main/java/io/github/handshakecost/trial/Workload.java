package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be timed, by the name that results give it. */
public enum Workload {
  /** One request. */
  REQUEST("request", settings -> OneRequest.ofBytes(settings.body())),
  /** Eleven yearly files, decoded. */
  YEARLY_RECORDS("yearly-records", settings -> YearlyRecords.ofAllYears());

  /** Requests of one loop over the yearly files. */
  public static final int YEARS = YearlyRecords.YEARS;

  private final String label;
  private final Function<Settings, Operation> operations;

  Workload(String label, Function<Settings, Operation> operations) {
    this.label = label;
    this.operations = operations;
  }

  public String label() {
    return label;
  }

  Operation operation(Settings settings) {
    return operations.apply(settings);
  }

  /**
   * The workload of a name.
   *
   * @throws UsageException if there is no such benchmark
   */
  public static Workload of(String label) {
    return Arrays.stream(values())
        .filter(workload -> workload.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no benchmark %s; benchmarks: %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Workload::label)
                                .collect(Collectors.joining(", ")))));
  }
}
