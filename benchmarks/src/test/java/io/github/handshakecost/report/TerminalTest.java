package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTest {

  @ParameterizedTest
  @CsvSource({"120, 120", "20, 60", "'', 80", "wide, 80", "-1, 80", "0, 80"})
  void columnsAreTheWidth(String columns, int width) {
    assertThat(Terminal.of(Map.of("COLUMNS", columns), false).width()).isEqualTo(width);
  }

  @Test
  void widthIsEightyColumnsWithoutAnEnvironment() {
    assertThat(Terminal.of(Map.of(), true)).isEqualTo(new Terminal(80, false, true));
  }

  @ParameterizedTest
  @CsvSource({
    "C.UTF-8, '', '', true",
    "'', en_GB.utf8, '', true",
    "'', '', de_DE.UTF-8, true",
    "C, '', de_DE.UTF-8, false",
    "POSIX, '', '', false",
    "'', '', '', false"
  })
  void firstLocaleThatIsSetDecidesOnUnicode(
      String all, String characters, String lang, boolean unicode) {
    final Map<String, String> environment =
        Map.of("LC_ALL", all, "LC_CTYPE", characters, "LANG", lang);

    assertThat(Terminal.of(environment, false).unicode()).isEqualTo(unicode);
  }

  @Test
  void withoutUnicodeEverySignHasAsciiInItsPlace() {
    final String text = "a · b – 3 µs ±5 % → 2× ▏x — 字\u001b";

    assertThat(new Terminal(80, false, false).shown(text))
        .isEqualTo("a - b - 3 us +/-5 % -> 2x |x - ? ");
    assertThat(new Terminal(80, true, false).shown("µ×")).isEqualTo("µ×");
  }
}
