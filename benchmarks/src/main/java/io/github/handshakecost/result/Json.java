package io.github.handshakecost.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How this project writes and reads JSON: components of records in their order, absent left out,
 * the same bytes for the same value on every platform.
 *
 * <p>Numbers keep six significant digits, well beyond what a clock can tell, so that a run stays
 * small enough to be committed. A NaN or an infinity is refused: JSON has neither (RFC 8259 section
 * 6), and a missing number has to be left out.
 *
 * <p>Nothing is read as what it is not: no text as a number, no 1.5 as 1, and of two fields of the
 * same name neither.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new NullableIntrospector())
          .addModule(Numbers.module())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private Json() {}

  /** Indented, for files that people open; ends with a line feed. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writer(PRETTY).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON: " + e.getMessage(), e);
    }
  }

  /** On one line, for the many files that only programs open; ends with a line feed. */
  static String compact(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON: " + e.getMessage(), e);
    }
  }

  /** Any JSON; a missing node for empty text. */
  static JsonNode tree(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** A record from its JSON; every component that is not {@code @Nullable} has to be there. */
  static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(text, type);
  }

  static Map<String, Object> map(JsonNode object) {
    return MAPPER.convertValue(
        object,
        MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
  }
}
