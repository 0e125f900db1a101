package io.github.handshakecost.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * One GET of {@code body} bytes under one policy: client set-up, TCP connect, TLS handshake,
 * exchange, close. Status, length and digest of every response are checked.
 *
 * <p>The server shares this JVM and, under {@code placement=same-core}, the client's core; its CPU
 * time is counted apart. It is on loopback or, with an {@code rtt} above 0ms, behind a delay line;
 * that needs a private network, which {@code run} makes. Each user sends one request at a time, the
 * next when the last response is there (a closed loop), so the time is that which a user waits. Not
 * measured: requests that arrive at a rate of their own, a cold JVM.
 *
 * <pre>java -jar benchmarks.jar jmh RequestBenchmark -p policy=pooled -p protocol=tls1.3 -f 1</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 5, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class RequestBenchmark {

  @Benchmark
  public Object request(Session.Seat user, Control jmh) {
    return user.perform(jmh);
  }
}
