package io.github.handshakecost.bench;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.trial.ExpectedResponse;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time that the harness adds to a pooled request: the check of the response, and the clock with
 * its histogram. Reading the body is the client's work; the ledger counts in the server's time.
 *
 * <pre>java -jar benchmarks.jar jmh HarnessOverheadBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HarnessOverheadBenchmark {
  private static final long SEED = 2015;
  private static final int OK = 200;

  @Param("1024")
  private int body;

  private final PhaseClock clock = new PhaseClock();
  private Response response;
  private ExpectedResponse expected;

  @Setup(Level.Trial)
  public void prepare() {
    final byte[] bytes = new byte[body];
    new Random(SEED).nextBytes(bytes);
    response = new Response(OK, bytes);
    expected = ExpectedResponse.of("/bytes/" + body, bytes);
  }

  /** Status, length and digest of one response. */
  @Benchmark
  public Object check() {
    expected.check(response);
    return response;
  }

  /** Start, one lap, stop, as in a pooled request. */
  @Benchmark
  public Object clock() {
    clock.start();
    clock.lap(Phase.EXCHANGE);
    clock.stop();
    return clock;
  }

  /** Both, as in a request. */
  @Benchmark
  public Object checkAndClock() {
    return clock() == check();
  }
}
