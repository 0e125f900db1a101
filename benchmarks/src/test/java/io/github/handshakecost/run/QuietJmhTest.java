package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuietJmhTest {

  @Test
  void onlyJdksThatWarnAreGivenTheOption() {
    assertThat(QuietJmh.forkArguments(17)).isEmpty();
    assertThat(QuietJmh.forkArguments(21)).isEmpty();
    assertThat(QuietJmh.forkArguments(25)).containsExactly("--sun-misc-unsafe-memory-access=allow");
  }
}
