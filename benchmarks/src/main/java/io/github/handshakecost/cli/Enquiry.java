package io.github.handshakecost.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Questions about what could be measured. Answering them measures nothing and writes no file. */
final class Enquiry {
  @Option(
      names = "--dry-run",
      description = "Say what would be measured and how long it takes, and measure nothing.")
  private boolean dryRun;

  @Option(names = "-l", description = "List the benchmarks and the named plans.")
  private boolean list;

  @Option(names = "-lp", description = "List them with the axes, their values and defaults.")
  private boolean listWithAxes;

  /** Whether a question was asked; its answer has been printed then. */
  boolean isAnswered(PlanOptions plans, PrintWriter out) {
    if (list || listWithAxes) {
      Listing.lines(listWithAxes).forEach(out::println);
    } else if (dryRun) {
      DryRun.lines(plans.plan()).forEach(out::println);
    }
    out.flush();
    return list || listWithAxes || dryRun;
  }
}
