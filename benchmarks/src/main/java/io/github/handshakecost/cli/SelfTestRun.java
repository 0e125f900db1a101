package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.report.SelfTestReport;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.Interruption;
import io.github.handshakecost.selftest.SelfTestMeasurement;
import io.github.handshakecost.selftest.SelfTestMeasurement.ForkSource;
import io.github.handshakecost.selftest.SelfTestPart;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A self-test from its first fork to its verdict. Each fork is saved and judged at once. */
final class SelfTestRun {
  private final List<SelfTestPart> parts;
  private final SelfTestDirectory directory;
  private final PrintWriter out;
  private final PrintWriter err;
  private SelfTest test;

  SelfTestRun(
      List<SelfTestPart> parts,
      SelfTestDirectory directory,
      long seed,
      Clock clock,
      PrintWriter out,
      PrintWriter err) {
    this.parts = parts;
    this.directory = directory;
    this.out = out;
    this.err = err;
    final BuildCommit build = BuildCommit.ofThisBuild();
    test =
        SelfTest.begun(
            parts.stream().map(SelfTestPart::label).toList(),
            build.commit(),
            build.dirty(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            seed);
  }

  ExitCode run(ForkSource source) {
    SelfTestReport.write(test, directory);
    err.println(
        "Self-test (%s) into %s; Ctrl-C ends it and keeps the finished forks"
            .formatted(String.join(", ", test.asked()), directory.path()));
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      final Notes notes = new Notes(interruption);
      try {
        parts.forEach(
            part ->
                new SelfTestMeasurement(part, source, notes, test.seed(), System::nanoTime)
                    .measure());
      } finally {
        interruption.neverReturnIfUnderWay();
      }
    }
    out.print(SelfTestReport.write(test, directory));
    out.println("Saved in " + directory.path());
    out.flush();
    SelfTestReport.failures(test).forEach(err::println);
    return test.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void interrupted() {
    HandOver.remove(HandOver.task(directory.path()));
    HandOver.remove(HandOver.measurement(directory.path()));
    err.println();
    err.println("Interrupted. The finished forks are saved and reported: " + directory.path());
  }

  /** Saves the forks, and prints the progress. */
  private final class Notes implements SelfTestMeasurement.Listener {
    private final Interruption interruption;

    Notes(Interruption interruption) {
      this.interruption = interruption;
    }

    @Override
    public void starting(String name, int round, Duration left) {
      interruption.waitIfUnderWay();
      err.println("%s %d, at most %s left".formatted(name, round, NumberFormats.time(left)));
      err.flush();
    }

    @Override
    public void measured(String name, int round, List<ForkRecord> arms) {
      directory.save(name, round, arms);
    }

    @Override
    public void found(SelfTest.Part part) {
      test = test.with(part);
      SelfTestReport.write(test, directory);
    }
  }
}
