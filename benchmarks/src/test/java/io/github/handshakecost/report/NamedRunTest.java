package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Machine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NamedRunTest {
  @Test
  void jdkTellsApartWhereItCan() {
    assertThat(names(run("a", "c1", SampleNamedRuns.OLD), run("b", "c2", SampleNamedRuns.NEW)))
        .containsExactly("JDK 17.0.15", "JDK 25.0.3");
  }

  @Test
  void machineTellsApartUnderOneJdk() {
    assertThat(names(run("a", "c1", SampleNamedRuns.OLD), run("b", "c1", SampleNamedRuns.OTHER)))
        .containsExactly("Example CPU, 2 CPUs", "Other CPU @ 3.00GHz, 4 CPUs");
  }

  @Test
  void matrixIsToldApartByBoth() {
    final Machine both = new Machine("Other CPU @ 3.00GHz", "4", "25.0.3", "6.6.1");

    assertThat(
            names(
                run("a", "c1", SampleNamedRuns.OLD),
                run("b", "c1", SampleNamedRuns.NEW),
                run("c", "c1", SampleNamedRuns.OTHER),
                run("d", "c1", both)))
        .containsExactly(
            "JDK 17.0.15, Example CPU, 2 CPUs",
            "JDK 25.0.3, Example CPU, 2 CPUs",
            "JDK 17.0.15, Other CPU @ 3.00GHz, 4 CPUs",
            "JDK 25.0.3, Other CPU @ 3.00GHz, 4 CPUs");
  }

  @Test
  void commitTellsApartOnOneMachine() {
    assertThat(
            names(
                run("a", "abc1234def", SampleNamedRuns.OLD),
                run("b", "def5678abc", SampleNamedRuns.OLD)))
        .containsExactly("abc1234", "def5678");
  }

  @Test
  void directoryTellsApartWhatIsOtherwiseAlike() {
    assertThat(
            names(
                run("monday", "c1", SampleNamedRuns.OLD),
                run("tuesday", "c1", SampleNamedRuns.OLD)))
        .containsExactly("monday", "tuesday");
  }

  @Test
  void placeInLineTellsApartDirectoriesOfOneName() {
    assertThat(
            names(
                run("run", "c1", SampleNamedRuns.OLD),
                SampleNamedRuns.named("run", SampleNamedRuns.made(9, "c1", SampleNamedRuns.OLD))))
        .containsExactly("run (1)", "run (2)");
  }

  private static NamedRun run(String name, String commit, Machine machine) {
    return SampleNamedRuns.named(name, SampleNamedRuns.made(2, commit, machine));
  }

  private static List<String> names(NamedRun... runs) {
    return List.copyOf(NamedRun.byName(Arrays.asList(runs)).keySet());
  }
}
