package io.github.handshakecost.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the page that are files of their own in the source. */
final class Resources {
  private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

  private Resources() {}

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text with its places, {@code @name@}, filled. */
  static String filled(String name, Map<String, String> places) {
    return PLACE
        .matcher(text(name))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(places.get(place.group(1)), place.group())));
  }
}
