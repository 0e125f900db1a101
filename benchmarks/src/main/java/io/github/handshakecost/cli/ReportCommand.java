package io.github.handshakecost.cli;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.RunDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds the reports of a run from its saved files. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Rebuilds the report of a run directory from its saved files, and prints it.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "A directory that run has written.")
  private Path run;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(Reports.write(RunDirectory.open(run)));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }
}
