package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.model.AxisNames;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

final class CellParamsTest {

  @Test
  void everyAxisThatIsNotOptionalIsAParameterOfItsNameInItsOrder() {
    assertThat(params().map(Field::getName))
        .containsExactlyElementsOf(
            Stream.concat(
                    Axes.ofEveryCell().stream()
                        .map(Axis::name)
                        .filter(name -> !AxisNames.optionalAxes().containsKey(name)),
                    Stream.of(OtherAxes.NAME))
                .toList());
  }

  @Test
  void standardValuesOfJmhAreThoseOfTheAxes() {
    assertThat(params().filter(field -> !field.getName().equals(OtherAxes.NAME)))
        .allSatisfy(
            field ->
                assertThat(Objects.requireNonNull(field.getAnnotation(Param.class)).value())
                    .as(field.getName())
                    .containsExactly(Axes.named(field.getName()).standard()));
  }

  private static Stream<Field> params() {
    return Arrays.stream(CellParams.class.getFields())
        .filter(field -> field.isAnnotationPresent(Param.class));
  }
}
