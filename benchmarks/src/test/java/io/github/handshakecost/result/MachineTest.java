package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MachineTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 1);

  @Test
  void machineIsReadFromTheEnvironmentAndTheForks() {
    final Machine machine = new Machine("Example CPU", "2", "25.0.3", "6.1.0");

    assertThat(Machine.of(SampleChanges.on(RUN, machine))).isEqualTo(machine);
    assertThat(machine.line()).isEqualTo("Example CPU, 2 CPUs");
    assertThat(machine.sentence()).isEqualTo("CPU Example CPU, 2 CPUs, kernel 6.1.0, JDK 25.0.3");
    assertThat(machine.jdkMajor()).isEqualTo("25");
  }

  @Test
  void missingValuesAreUnknown() {
    final Run silent =
        new Run(RUN.name(), RUN.manifest(), List.of(), Map.of("cpu", "of another shape"));

    assertThat(Machine.of(silent))
        .isEqualTo(new Machine("unknown", "unknown", "unknown", "unknown"));
    assertThat(Machine.of(silent).jdkMajor()).isEqualTo("unknown");
  }

  @Test
  void jdkOfTheForksCountsBeforeTheProgramsOwn() {
    final Run other =
        new Run(RUN.name(), RUN.manifest(), RUN.forks(), Map.of("jdk", Map.of("version", "21")));

    assertThat(Machine.of(other).jdk()).isEqualTo("17.0.15");
  }

  @Test
  void everyJdkOfARunIsNamed() {
    assertThat(new Machine("", "", "17.0.15 or 25.0.3", "").jdkMajor()).isEqualTo("17 or 25");
    assertThat(new Machine("", "", "17.0.14 or 17.0.15", "").jdkMajor()).isEqualTo("17");
  }
}
