package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFormatsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234.5; 1,230",
        "999.6; 1,000",
        "41.234; 41.2",
        "9.996; 10.0",
        "0.5126; 0.513",
        "0.0005; 0.001",
        "0.0004; <0.001",
        "0; 0",
        "-12.34; -12.3",
        "-123.4; -123",
        "-1234.5; -1,230",
        "-0.0004; >-0.001",
        "1234567; 1,230,000",
        "1234567890; 1,230,000,000"
      })
  void figuresHaveThreeSignificantDigits(double value, String shown) {
    assertThat(NumberFormats.threeDigits(value)).isEqualTo(shown);
  }

  @Test
  void percentThatRoundsToZeroHasNoSign() {
    assertThat(DoubleStream.of(0.052, 0.1, -0.1, -0.0004, 0).mapToObj(NumberFormats::percent))
        .containsExactly("5.2 %", "10.0 %", "-10.0 %", "0.0 %", "0.0 %");
    assertThat(
            DoubleStream.of(0.052, 0.1, -0.1, 0.0004, -0.0004)
                .mapToObj(NumberFormats::signedPercent))
        .containsExactly("+5.2", "+10.0", "-10.0", "0.0", "0.0");
  }

  @Test
  void widthOver100PercentIsNotSpeltOut() {
    assertThat(DoubleStream.of(0.052, 1, 1.01, 3517).mapToObj(NumberFormats::within))
        .containsExactly("±5.2 %", "±100 %", "over ±100 %", "over ±100 %");
  }

  @Test
  void missedTargetNeverLooksMet() {
    assertThat(DoubleStream.of(0.05, 0.0504, 0.142, 1, 1.01).mapToObj(NumberFormats::within))
        .containsExactly("±5 %", "±5.1 %", "±14.2 %", "±100 %", "over ±100 %");
    assertThat(DoubleStream.of(0.05, 0.000_4, 0.125).mapToObj(NumberFormats::target))
        .containsExactly("±5 %", "±0.04 %", "±12.5 %");
  }

  @Test
  void plainFigureHasNoTrailingZeros() {
    assertThat(
            DoubleStream.of(0.1 + 0.2, 1500, 20, 0, -1000, 123_456.7)
                .mapToObj(NumberFormats::plain))
        .containsExactly("0.3", "1,500", "20", "0", "-1,000", "123,457");
  }

  @Test
  void intervalIsPairInBrackets() {
    assertThat(NumberFormats.interval(new Interval(1199.6, 1261))).isEqualTo("[1,200, 1,260]");
  }

  @Test
  void nounsAreInThePluralUnlessThereIsOne() {
    assertThat(NumberFormats.counted(1, "round")).isEqualTo("1 round");
    assertThat(NumberFormats.counted(0, "round")).isEqualTo("0 rounds");
    assertThat(NumberFormats.counted(1234, "round")).isEqualTo("1,234 rounds");
  }

  @Test
  void shareIsPercentage() {
    assertThat(NumberFormats.percent(0.0525)).isEqualTo("5.3 %");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.5S, 500ms",
    "PT53.9S, 53s",
    "PT2M, 2m",
    "PT14M30S, 14m 30s",
    "PT3H, 3h",
    "PT25H5M7S, 25h 5m"
  })
  void timesAreShort(Duration time, String text) {
    assertThat(NumberFormats.time(time)).isEqualTo(text);
  }
}
