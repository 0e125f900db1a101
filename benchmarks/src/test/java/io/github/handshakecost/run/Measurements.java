package io.github.handshakecost.run;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Warning;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Measurements with simulated forks and real reports. */
final class Measurements {
  static final BuildCommit COMMIT = new BuildCommit("abc1234def", false);
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Measurements() {}

  static String start(
      Plan plan, Forks forks, RunDirectory directory, StringWriter err, Warning... warnings) {
    return new Measurement(
            plan.manifest(COMMIT, NOW, List.of(warnings), List.of()),
            directory,
            null,
            Measurements::report,
            java.time.Clock.systemUTC(),
            new PrintWriter(err, true))
        .run(plan, forks, new ProgressLog());
  }

  static String resume(Resumption resumption, Forks forks, StringWriter err, Warning... warnings) {
    final Run whole = resumption.wholeForks();
    return new Measurement(
            Resumption.manifest(whole, NOW, List.of(warnings)),
            resumption.directory(),
            whole,
            Measurements::report,
            java.time.Clock.systemUTC(),
            new PrintWriter(err, true))
        .run(resumption.plan(), forks, new ProgressLog());
  }

  private static String report(RunDirectory directory, End end) {
    return Reports.write(directory).full();
  }
}
