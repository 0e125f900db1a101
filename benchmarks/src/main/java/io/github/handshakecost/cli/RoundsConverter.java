package io.github.handshakecost.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number. Whether it is in range is known to the plan. */
final class RoundsConverter implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("-?\\d{1,9}");

  @Override
  public Integer convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no number of rounds; give a whole number, as in --rounds 5");
    }
    return Integer.valueOf(text);
  }
}
