package io.github.handshakecost.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The operations that can be timed. */
public enum Workload {
  /** One request. */
  REQUEST("request", settings -> new OneRequest("/bytes/" + settings.get(Axes.BODY))),
  /** Eleven yearly files, decoded. */
  YEARLY_RECORDS("yearly-records", settings -> YearlyRecords.ofAllYears());

  private final String label;
  private final Function<Settings, Operation> operations;

  Workload(String label, Function<Settings, Operation> operations) {
    this.label = label;
    this.operations = operations;
  }

  /** The name of the benchmark in results. */
  public String label() {
    return label;
  }

  Operation operation(Settings settings) {
    return operations.apply(settings);
  }

  /** Throws {@link UsageException} if there is no benchmark of this name. */
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

  /** The code that is timed. */
  interface Operation {

    /** Every path that the operation requests. */
    List<String> paths();

    /** Runs it once. The result only keeps the JIT compiler from removing the work. */
    Object perform(User user) throws IOException;
  }

  private record OneRequest(String path) implements Operation {

    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public Object perform(User user) throws IOException {
      return user.get(path);
    }
  }

  private record YearlyRecords(List<String> paths) implements Operation {
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = FIRST_YEAR + AxisNames.YEARS - 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    static YearlyRecords ofAllYears() {
      return new YearlyRecords(
          IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
              .mapToObj("/data/%d/records.json"::formatted)
              .toList());
    }

    @Override
    public Object perform(User user) throws IOException {
      int records = 0;
      for (final String path : paths) {
        final JsonNode document = JSON.readTree(user.get(path));
        // Decoding is part of the exchange: it makes the response usable.
        user.clock().lap(Phase.EXCHANGE);
        records += document.get("records").size();
      }
      return records;
    }
  }
}
