package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.bench.LedgerProfiler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JmhArgumentsTest {

  private static final String LEDGER = "-prof " + LedgerProfiler.class.getName();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Request -t 4 | Request -t 4 LEDGER -p users=4 -p placement=free",
        "Request -p users=4 | Request -p users=4 LEDGER -t 4 -p placement=free",
        "Request -t 4 -p users=2 | Request -t 4 -p users=2 LEDGER -p placement=free",
        "-t 4 -p placement=same-core | -t 4 -p placement=same-core LEDGER -p users=4",
        "Request -t 1 | Request -t 1 LEDGER",
        "Request -p users=1,4 | Request -p users=1,4 LEDGER",
        "Request -p users=many | Request -p users=many LEDGER",
        "Request -prof gc | Request -prof gc LEDGER",
        "Request LEDGER -prof gc | Request LEDGER -prof gc",
        "-t none | -t none",
        "--help | -h LEDGER"
      })
  void threadsAndUsersAgreeAndTheLedgerIsAmongTheResultsOnce(String given, String completed) {
    assertThat(String.join(" ", JmhArguments.completed(List.of(words(given).split(" ")))))
        .isEqualTo(words(completed));
  }

  private static String words(String text) {
    return text.replace("LEDGER", LEDGER);
  }
}
