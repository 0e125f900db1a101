package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JmhArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Request -t 4 | Request -t 4 -p users=4 -p placement=free",
        "Request -p users=4 | Request -p users=4 -t 4 -p placement=free",
        "Request -t 4 -p users=2 | Request -t 4 -p users=2 -p placement=free",
        "-t 4 -p placement=same-core | -t 4 -p placement=same-core -p users=4",
        "Request -t 1 | Request -t 1",
        "Request -p users=1,4 | Request -p users=1,4",
        "Request -p users=many | Request -p users=many",
        "-t none | -t none",
        "--help | -h"
      })
  void threadsAndUsersAgree(String given, String completed) {
    assertThat(String.join(" ", JmhArguments.completed(List.of(given.split(" ")))))
        .isEqualTo(completed);
  }
}
