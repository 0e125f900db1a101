package io.github.handshakecost.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.report.SelfTestReport;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.selftest.SelfTestRun.ForkSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfTestRunTest {
  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();

  @Test
  void trueMachinePassesAndAllOfItIsSaved() {
    assertThat(run(new SimulatedMachine(), "standard")).isTrue();

    assertThat(err.toString()).contains("pairs 1, at most ", " left");
    assertThat(test().resolve("forks"))
        .isDirectoryContaining("glob:**/pilot-000.json")
        .isDirectoryContaining("glob:**/pairs-006.json")
        .isDirectoryContaining("glob:**/effects-004.json");
    assertThat(test().resolve("self-test.md")).content().contains("Passed: ", "B / A");
    assertThat(test().resolve("self-test.json")).content().contains("\"passed\" : true");
  }

  @Test
  void machineThatMissesADelayIsRefused() {
    assertThat(run(new SimulatedMachine().deaf(), "effects")).isFalse();

    assertThat(test().resolve("self-test.md"))
        .content()
        .contains("FAILED: a delay of 5,000 µs in the TLS handshake");
    assertThat(test().resolve("self-test.json")).content().contains("\"passed\" : false");
  }

  @Test
  void finishedForksAreKept() {
    final ForkSource machine = new SimulatedMachine();
    final ForkSource failing =
        (effort, properties) -> {
          final ArmForks forks = machine.forks(effort, properties);
          return new ArmForks() {
            @Override
            public List<ForkRecord> together(int round, String label, List<Arm> arms) {
              if (label.equals("effects")) {
                throw new ForkFailedException("expected 1, found 2");
              }
              return forks.together(round, label, arms);
            }

            @Override
            public ForkRecord alone(int round, Cell cell) {
              return forks.alone(round, cell);
            }
          };
        };

    assertThatThrownBy(() -> run(failing, "standard")).isInstanceOf(ForkFailedException.class);
    assertThat(test().resolve("self-test.md"))
        .content()
        .contains("INCOMPLETE: 1 part not measured", "B / A");
  }

  private boolean run(ForkSource machine, String parts) {
    final SelfTestDirectory directory = SelfTestDirectory.create(test());
    return new SelfTestRun(
            SelfTestPart.named(parts),
            directory,
            42,
            Instant.EPOCH,
            found -> SelfTestReport.write(found, directory),
            new PrintWriter(err, true))
        .run(machine, System::nanoTime)
        .passed();
  }

  private Path test() {
    return temporary.resolve("test");
  }
}
