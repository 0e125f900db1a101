package io.github.handshakecost.selftest;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.Interruption;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A self-test from its first fork to its verdict. Each fork is saved and judged at once. */
public final class SelfTestRun {
  private final List<SelfTestPart> parts;
  private final SelfTestDirectory directory;
  private final Consumer<SelfTest> reports;
  private final PrintWriter err;
  private SelfTest test;

  /** Makes forks with system properties, which may tell their servers to delay responses. */
  @FunctionalInterface
  public interface ForkSource {
    ArmForks forks(Effort effort, Map<String, String> properties);
  }

  /**
   * @param seed of orders and of the bootstrap
   * @param reports writes the report of what has been found so far
   */
  public SelfTestRun(
      List<SelfTestPart> parts,
      SelfTestDirectory directory,
      long seed,
      Instant now,
      Consumer<SelfTest> reports,
      PrintWriter err) {
    this.parts = parts;
    this.directory = directory;
    this.reports = reports;
    this.err = err;
    final BuildCommit build = BuildCommit.ofThisBuild();
    test =
        SelfTest.begun(
            parts.stream().map(SelfTestPart::label).toList(),
            build.commit(),
            build.dirty(),
            now.truncatedTo(ChronoUnit.SECONDS).toString(),
            seed);
  }

  /**
   * Measures until each part is precise enough, or its time is over.
   *
   * @param nanoTime a clock like {@link System#nanoTime}
   * @return the self-test with its verdict
   * @throws io.github.handshakecost.run.ForkFailedException if a fork failed
   */
  public SelfTest run(ForkSource source, LongSupplier nanoTime) {
    reports.accept(test);
    err.println(
        "Self-test (%s) into %s; Ctrl-C ends it and keeps the finished forks"
            .formatted(String.join(", ", test.asked()), directory.path()));
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      try {
        for (final SelfTestPart part : parts) {
          new SelfTestMeasurement(part, source, this, interruption, nanoTime).measure();
        }
      } finally {
        interruption.neverReturnIfUnderWay();
      }
    }
    return test;
  }

  private void interrupted() {
    HandOver.remove(HandOver.task(directory.path()));
    HandOver.remove(HandOver.measurement(directory.path()));
    err.println();
    err.println("Interrupted. The finished forks are saved and reported: " + directory.path());
  }

  long seed() {
    return test.seed();
  }

  /**
   * Measures and saves a fork.
   *
   * @param left the longest time until the end of the part
   */
  List<ForkRecord> measure(String name, int round, Duration left, Supplier<List<ForkRecord>> fork) {
    err.println("%s %d, at most %s left".formatted(name, round, NumberFormats.time(left)));
    err.flush();
    final List<ForkRecord> arms = fork.get();
    directory.save(name, round, arms);
    return arms;
  }

  /** Reports the finding of a part after a round. */
  void found(SelfTest.Part part) {
    test = test.with(part);
    reports.accept(test);
  }
}
