package io.github.handshakecost.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A loop over eleven yearly files of records, each fetched and decoded. */
record YearlyRecords(List<String> paths) implements Operation {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2025;

  static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;
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
      records += user.get(path, JSON::readTree).get("records").size();
    }
    return records;
  }
}
