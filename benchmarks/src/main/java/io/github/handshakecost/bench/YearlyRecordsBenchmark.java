package io.github.handshakecost.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The loop that made people ask: a JSON file of records for each year from 2015 to 2025, fetched
 * one after another, its status checked, its records decoded. One operation is the whole loop of
 * eleven requests; the {@code body} axis has no part in it.
 *
 * <p>Decoding counts as exchange and is the same under each policy, so it holds the ratios down, as
 * it does in the program that has to decode. The server is on loopback, and behind a delay line
 * where {@code rtt} is above 0ms, which takes a private network: {@code run} makes one. It shares
 * this JVM, and under {@code placement=same-core} the client's core. Not measured: queueing, a cold
 * JVM.
 *
 * <pre>java -jar benchmarks.jar jmh YearlyRecordsBenchmark -p policy=pooled,new-client -f 1</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 5, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class YearlyRecordsBenchmark {

  @Benchmark
  public Object yearlyRecords(Session session) {
    return session.perform();
  }
}
