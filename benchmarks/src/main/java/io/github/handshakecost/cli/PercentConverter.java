package io.github.handshakecost.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 5%} as the share 0.05. The sign is required: 0.05 could mean either. */
final class PercentConverter implements ITypeConverter<Double> {
  private static final Pattern FORM = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,3})?)(%?)");
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  @Override
  public Double convert(String text) {
    final Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'%s' is no percentage; give a number with at most 3 decimals, as in 5%% or 2.5%%"
              .formatted(text));
    }
    final BigDecimal percent = new BigDecimal(form.group(1));
    if (percent.signum() <= 0 || percent.compareTo(PERCENT) > 0) {
      throw new TypeConversionException(
          "'%s' is out of range; give more than 0%% and at most 100%%, as in 5%%".formatted(text));
    }
    if (form.group(2).isEmpty()) {
      final BigDecimal share = percent.multiply(PERCENT).stripTrailingZeros();
      throw new TypeConversionException(
          "'%s' has no percent sign; type %s%%%s"
              .formatted(
                  text,
                  text,
                  share.compareTo(PERCENT) > 0 ? "" : " or " + share.toPlainString() + "%"));
    }
    return percent.doubleValue() / PERCENT.doubleValue();
  }
}
