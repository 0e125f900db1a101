package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Holds our file against the one that JMH itself writes for the same scores. */
final class JmhJsonTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline().subList(0, 1), 4);

  @Test
  void entryHasTheFieldsAndValuesThatJmhWrites() throws JsonProcessingException {
    final JsonNode ours = read(JmhJson.render(RUN, "")).get(0);
    final JsonNode theirs = read(writtenByJmh()).get(0);

    assertThat(ours.fieldNames()).toIterable().containsExactlyElementsOf(theirs::fieldNames);
    for (final String field : (Iterable<String>) theirs::fieldNames) {
      if (!field.endsWith("Metric") && !field.endsWith("Metrics")) {
        assertThat(ours.get(field)).as(field).isEqualTo(theirs.get(field));
      }
    }
  }

  @Test
  void secondaryMetricsAreThoseOfTheLedgerPerOperation() throws JsonProcessingException {
    final JsonNode metrics = read(JmhJson.render(RUN, "")).get(0).get("secondaryMetrics");

    assertThat(metrics.fieldNames())
        .toIterable()
        .containsExactly(
            "connections",
            "handshakes.full",
            "handshakes.resumed",
            "resets",
            "bytes.in",
            "bytes.out",
            "cpu.client",
            "cpu.server");
    assertThat(metrics.get("bytes.in").get("score").asDouble()).isEqualTo(200);
    assertThat(metrics.get("bytes.in").get("scoreUnit").asText()).isEqualTo("B/op");
    assertThat(metrics.get("connections").get("score").asDouble()).isZero();
  }

  @Test
  void metricDiffersInItsErrorAlone() throws JsonProcessingException {
    final JsonNode ours = read(JmhJson.render(RUN, "")).get(0).get("primaryMetric");
    final JsonNode theirs = read(writtenByJmh()).get(0).get("primaryMetric");

    assertThat(ours.fieldNames()).toIterable().containsExactlyElementsOf(theirs::fieldNames);
    assertNear(ours.get("score"), theirs.get("score"));
    assertThat(ours.get("scoreUnit")).isEqualTo(theirs.get("scoreUnit"));
    final JsonNode percentiles = theirs.get("scorePercentiles");
    assertThat(ours.get("scorePercentiles").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(percentiles::fieldNames);
    percentiles
        .fieldNames()
        .forEachRemaining(
            rank -> assertNear(ours.get("scorePercentiles").get(rank), percentiles.get(rank)));
    for (int fork = 0; fork < 4; fork++) {
      for (int i = 0; i < 6; i++) {
        assertNear(ours.get("rawData").get(fork).get(i), theirs.get("rawData").get(fork).get(i));
      }
    }
    assertThat(ours.get("scoreError").doubleValue())
        .isGreaterThan(theirs.get("scoreError").doubleValue());
  }

  @Test
  void errorOfTwoForksIsTextAsInJmh() throws JsonProcessingException {
    final Run two = SampleRuns.of(SampleRuns.headline().subList(0, 1), 2);

    final JsonNode metric = read(JmhJson.render(two, "")).get(0).get("primaryMetric");

    assertThat(metric.get("scoreError").textValue()).isEqualTo("NaN");
    assertThat(metric.get("scoreConfidence").get(0).textValue()).isEqualTo("NaN");
  }

  private static void assertNear(JsonNode ours, JsonNode theirs) {
    assertThat(ours.doubleValue())
        .isCloseTo(theirs.doubleValue(), within(1e-4 * theirs.doubleValue()));
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }

  private static String writtenByJmh() {
    final BenchmarkParams params = params(RUN.forks().get(0));
    final List<BenchmarkResult> forks = new ArrayList<>();
    for (final ForkRecord fork : RUN.forks()) {
      final List<IterationResult> iterations = new ArrayList<>();
      for (final IterationRecord iteration : fork.measurement().iterations()) {
        final IterationResult result = new IterationResult(params, params.getMeasurement(), null);
        final long nanos = Math.round(iteration.mean() * iteration.operations() * 1000);
        result.addResult(
            new AverageTimeResult(
                ResultRole.PRIMARY,
                "measure",
                iteration.operations(),
                nanos,
                params.getTimeUnit()));
        iterations.add(result);
      }
      forks.add(new BenchmarkResult(params, iterations));
    }
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, print)
          .writeOut(List.of(new RunResult(params, forks)));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static BenchmarkParams params(ForkRecord fork) {
    final JmhFacts jmh = fork.jmh();
    final WorkloadParams axes = new WorkloadParams();
    fork.cell().params().forEach((axis, value) -> axes.put(axis, value, 0));
    return new BenchmarkParams(
        jmh.benchmark(),
        jmh.benchmark(),
        false,
        jmh.threads(),
        new int[] {1},
        List.of(),
        RUN.forks().size(),
        0,
        new IterationParams(IterationType.WARMUP, jmh.warmupIterations(), TimeValue.seconds(1), 1),
        new IterationParams(
            IterationType.MEASUREMENT, jmh.measurementIterations(), TimeValue.milliseconds(500), 1),
        Mode.AverageTime,
        axes,
        TimeUnit.MICROSECONDS,
        1,
        "java",
        jmh.jvmArgs(),
        jmh.jdkVersion(),
        jmh.vmName(),
        jmh.vmVersion(),
        jmh.jmhVersion(),
        TimeValue.minutes(10));
  }
}
