package io.github.handshakecost.result;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as {@link Json} writes and reads them: finite, and no more digits than a clock has. */
final class Numbers {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Numbers() {}

  static Module module() {
    return new SimpleModule()
        .addSerializer(Double.class, new Writer())
        .addSerializer(double.class, new Writer())
        .addDeserializer(Double.class, new Reader())
        .addDeserializer(double.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        throw new JsonGenerationException(value + " is no JSON number; leave it out", out);
      }
      out.writeNumber(BigDecimal.valueOf(value).round(SIX_DIGITS).doubleValue());
    }
  }

  /** Jackson's own takes the text "NaN" for a number. */
  private static final class Reader extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      final boolean number = in.currentToken().isNumeric();
      if (number && Double.isFinite(in.getDoubleValue())) {
        return in.getDoubleValue();
      }
      return (Double) context.handleUnexpectedToken(Double.class, in);
    }
  }
}
