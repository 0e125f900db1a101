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
 * A common script: a loop that fetches a JSON file of records for each year from 2015 to 2025,
 * checks its status and decodes it. One operation is the whole loop of eleven requests; the {@code
 * body} axis has no effect.
 *
 * <p>Decoding counts as exchange. It is the same under each policy, so it lowers the ratios, as in
 * the script. The server, and everything that is not measured, is as in {@link RequestBenchmark}.
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
  public Object yearlyRecords(Session.Seat user, Control jmh) {
    return user.perform(jmh);
  }
}
