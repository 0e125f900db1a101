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
        "Request -t 4 | Request -t 4 -p placement=free -p otherAxes=users:4 LEDGER",
        "Request -p users=4 | Request -t 4 -p placement=free -p otherAxes=users:4 LEDGER",
        "Request -t 4 -p users=2 | Request -t 4 -p placement=free -p otherAxes=users:2 LEDGER",
        "-t 2 -p placement=free | -t 2 -p placement=free -p otherAxes=users:2 LEDGER",
        "Request -t 1 | Request -t 1 LEDGER",
        "Request -p placement=free -p users=1,4 | Request -p placement=free -p otherAxes=standard,users:4 LEDGER",
        "-p trust=bundle,one -p body=0 -p group=x25519 | -p body=0 -p otherAxes=trust:bundle+group:x25519,group:x25519 LEDGER",
        "-p body=0 -p body=16 | -p body=0,16 LEDGER",
        "-p policy=pooled,new-connection-resumed -p protocol=http | -p policy=pooled,new-connection-resumed -p protocol=http LEDGER",
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
