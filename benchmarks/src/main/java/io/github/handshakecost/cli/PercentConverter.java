package io.github.handshakecost.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 5%} as the share 0.05. A bare number could be a share or a percentage. */
final class PercentConverter implements ITypeConverter<Double> {
  private static final Pattern FORM = Pattern.compile("(-?\\d+(\\.\\d{1,3})?)%");
  private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final double PERCENT = 100;

  @Override
  public Double convert(String text) {
    if (BARE.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "': add a percent sign, as in 5%");
    }
    final Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is no percentage; give a number with at most 3 decimals, e.g. 5% or 2.5%");
    }
    final double percent = Double.parseDouble(form.group(1));
    if (percent <= 0 || percent > PERCENT) {
      throw new TypeConversionException(
          "'" + text + "' is out of range; give more than 0% and at most 100%, e.g. 5%");
    }
    return percent / PERCENT;
  }
}
