package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.PrivateNetworkHere;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trial over a delay line, in a private network. */
final class DistantTrialTest {
  /** Of a request over a new connection. */
  private static final int MOST_SEGMENTS = 14;

  private static final int ALL_REQUESTS = 1 + 2 * (1 + Trials.REQUESTS);

  private static List<String> prefix = List.of();

  @BeforeAll
  static void networkCanBeMade() {
    prefix = PrivateNetworkHere.prefixOrSkip();
  }

  /**
   * The calibration alone sends some hundred packets more. The user's first operation counts, and
   * the lead-in of each iteration, which is one request where that takes longer than 20 ms.
   */
  @Test
  void packetsOfWarmUpAndCalibrationAreNotCounted() throws Exception {
    final List<String> said = run(Counting.class);

    assertThat(said).singleElement().asString().startsWith("packets: ");
    assertThat(Long.parseLong(said.get(0).substring("packets: ".length())))
        .isBetween(6L * ALL_REQUESTS, (long) MOST_SEGMENTS * ALL_REQUESTS);
  }

  /** Each distance has its own link and its own packets. */
  @Test
  void cellsOfTwoDistancesAreMeasuredOverTheirs() throws Exception {
    final List<String> said = run(Distances.class);

    assertThat(said).hasSize(3);
    assertThat(said.get(0)).startsWith("0 0 ");
    for (int i = 1; i < 3; i++) {
      final String[] words = said.get(i).split(" ", -1);
      final double nominal = Double.parseDouble(words[0]);
      assertThat(nominal).isEqualTo(i == 1 ? 5_000 : 25_000);
      assertThat(Long.parseLong(words[1])).isPositive();
      // A round trip for the connection, one for the request.
      assertThat(Double.parseDouble(words[2])).isBetween(1.9 * nominal, 4 * nominal);
    }
  }

  /** The client itself only sees a reset or a timeout. */
  @Test
  void brokenLinkIsNamedInsteadOfTheErrorOfTheClient() throws Exception {
    assertThat(run(Breaking.class))
        .containsExactly("the delay line ended unexpectedly: do not stop its process during a run");
  }

  private static List<String> run(Class<?> program) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(prefix);
    command.addAll(JavaCommand.of(List.of("--enable-native-access=ALL-UNNAMED"), program));
    final Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static CellPlan plan() {
    return CellPlan.of(
        Trials.cell("new-connection-full", "http", "raw-socket").with("rtt", "50ms"));
  }

  /** Measures two iterations. */
  static final class Counting {
    private Counting() {}

    public static void main(String[] args) throws IOException {
      PrivateNetwork.prepare();
      final ForkMeasurement fork = Trials.measure(plan());
      System.out.println("packets: " + fork.link().packets());
    }
  }

  /** Measures loopback and two distances; tells the nominal time, the packets and the mean. */
  static final class Distances {
    private Distances() {}

    public static void main(String[] args) throws IOException {
      PrivateNetwork.prepare();
      final List<CellPlan> plans =
          Stream.of("0ms", "5ms", "25ms")
              .map(rtt -> CellPlan.of(plan().cell().with("rtt", rtt)))
              .toList();
      try (Trial trial =
          new Trial(plans, List.of(true, true, true), Trials.options(config -> config))) {
        for (int cell = 0; cell < plans.size(); cell++) {
          for (int cycle = 0; cycle < 2; cycle++) {
            trial.beginIteration(cell);
            trial.perform();
            trial.perform();
            trial.endIteration(true);
          }
        }
        for (final ArmMeasurement arm : trial.finish().arms()) {
          final ForkMeasurement fork = Objects.requireNonNull(arm.measured());
          System.out.printf(
              Locale.ROOT,
              "%.0f %d %.0f%n",
              fork.link().nominal(),
              fork.link().packets(),
              fork.iterations().get(1).mean());
        }
      }
    }
  }

  /** Ends the line in the midst of an iteration. */
  static final class Breaking {
    private Breaking() {}

    public static void main(String[] args) throws IOException {
      PrivateNetwork.prepare();
      // So that the client does not wait for long.
      Files.writeString(Path.of("/proc/sys/net/ipv4/tcp_syn_retries"), "1");
      final TrialOptions options =
          new TrialOptions(
              Duration.ZERO,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              UnaryOperator.identity());
      try (Trial trial = Trials.of(plan(), options)) {
        trial.beginIteration(0);
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        trial.perform();
      } catch (LinkUnavailableException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
