package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.report.SelfTestReport;
import io.github.handshakecost.report.SelfTestVerdict;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.Interruption;
import io.github.handshakecost.selftest.Measuring;
import io.github.handshakecost.selftest.Notebook;
import io.github.handshakecost.selftest.SelfTestPart;
import io.github.handshakecost.selftest.Source;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A self-test from its first fork to its verdict. Each fork is saved, and judged, at once. */
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

  ExitCode run(Source source) {
    SelfTestReport.write(test, directory);
    err.println(
        "Self-test (%s) into %s; Ctrl-C ends it and keeps what it has"
            .formatted(String.join(", ", test.asked()), directory.path()));
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      final Measuring measuring =
          new Measuring(source, new Notes(interruption), test.seed(), System::nanoTime);
      try {
        parts.forEach(measuring::measure);
      } finally {
        interruption.neverReturnIfUnderWay();
      }
    }
    out.print(SelfTestReport.write(test, directory));
    out.println("Saved in " + directory.path());
    out.flush();
    SelfTestVerdict.failures(test).forEach(err::println);
    return test.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void interrupted() {
    HandOver.remove(HandOver.task(directory.path()));
    HandOver.remove(HandOver.measurement(directory.path()));
    err.println();
    err.println("Interrupted. What has finished is saved and reported: " + directory.path());
  }

  /** Keeps what is measured, and says how it goes. */
  private final class Notes implements Notebook {
    private final Interruption interruption;

    Notes(Interruption interruption) {
      this.interruption = interruption;
    }

    @Override
    public void starting(String what, int round, Duration left) {
      interruption.waitIfUnderWay();
      err.println("%s %d, at most %s left".formatted(what, round, TimeText.of(left)));
      err.flush();
    }

    @Override
    public void measured(String what, int round, List<ForkRecord> arms) {
      directory.save(what, round, arms);
    }

    @Override
    public void found(SelfTest.Part part) {
      test = test.with(part);
      SelfTestReport.write(test, directory);
    }
  }
}
