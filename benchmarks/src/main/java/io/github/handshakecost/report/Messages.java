package io.github.handshakecost.report;

import static io.github.handshakecost.report.FigureWords.counted;
import static io.github.handshakecost.report.FigureWords.micros;
import static java.util.stream.Collectors.joining;

import io.github.handshakecost.report.Warnings.Message;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.Summary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The words for each kind of {@link Finding}: a new text for one changes this class alone. */
final class Messages {
  private static final String CONTINUE = "continue it with run --resume DIR";
  private static final String RESTORE =
      "restore the forks that it measured and remove all others, or measure again";

  private final Summary summary;
  final CellLabels labels;

  Messages(Summary summary) {
    this.summary = summary;
    labels =
        new CellLabels(
            Stream.concat(
                summary.cells().stream().map(CellSummary::cell),
                summary.findings(Finding.MissingCells.class).stream()
                    .flatMap(missing -> missing.cells().stream())));
  }

  /**
   * The message of a finding; of one about a measurement the words after "3 of 14 measurements".
   */
  Message of(Finding finding) {
    if (finding instanceof Finding.Incomplete run) {
      return incomplete(run);
    }
    if (finding instanceof Finding.EndedEarly run) {
      final String why = run.reason() == null ? "by its user" : "(" + run.reason() + ")";
      return new Message(
          "ended early after %s %s".formatted(NumberFormats.counted(run.rounds(), "round"), why),
          CONTINUE);
    }
    if (finding instanceof Finding.Saved saved) {
      return new Message((saved.fork() == null ? "" : "warned: ") + saved.cause(), saved.remedy());
    }
    if (finding instanceof Finding.MissingCells missing) {
      final List<Cell> cells = missing.cells();
      final String count =
          "%d of %d planned cells have no result".formatted(cells.size(), missing.planned());
      final String names = cells.stream().map(labels::brief).collect(joining(", "));
      return new Message(count, count + ": " + names, cureOfGap("measure again"));
    }
    if (finding instanceof Finding.UncommittedCode code) {
      return new Message(
          "the code had changes that commit %s does not hold"
              .formatted(NamedRun.abbreviated(code.commit())),
          "commit them and measure again");
    }
    if (finding instanceof Finding.Injected injected) {
      return new Message(injected(injected), "quote none of its figures");
    }
    if (finding instanceof Finding.ChangedFlags changed) {
      return new Message(
          "forks ran with JVM flags that the plan does not set: "
              + String.join(" ", changed.flags()),
          "measure without them, or quote the figures with them");
    }
    if (finding instanceof Finding.FewRounds few) {
      final int least = Interval.LEAST_ROUNDS;
      return new Message(
          "only %d of at least %d rounds were measured".formatted(few.rounds(), least),
          cureOfGap("--rounds " + least));
    }
    if (finding instanceof Finding.Undecided open) {
      return new Message(
          undecided(open),
          undecided(open) + ": the first is " + new FigureWords(labels).of(open.figures().get(0)),
          open.roundsNeeded() == 0 ? "treat them as equal" : "--rounds " + open.roundsNeeded());
    }
    if (finding instanceof Finding.Imprecise sizes) {
      return imprecise(sizes);
    }
    if (finding instanceof Finding.UnevenSpeed speed) {
      return new Message(
          "the machine was up to %s times as slow in one round as in another: ratios stand, but times in µs hold for this run only"
              .formatted(NumberFormats.threeDigits(speed.factor())),
          "reduce background load");
    }
    if (finding instanceof Finding.ClocksDisagree clocks) {
      return clocksDisagree(clocks);
    }
    if (finding instanceof Finding.FitDisagrees it) {
      return new Message(
          "cost of a connection at %s: %s by requests per connection, %s by difference"
              .formatted(
                  labels.brief(it.fit().where()),
                  micros(it.fit().perConnection()),
                  micros(it.fit().byDifference())),
          "quote both");
    }
    if (finding instanceof Finding.UnclockedTime time) {
      return new Message(
          "%s: %s of %s are in no phase"
              .formatted(labels.brief(time.cell()), micros(time.residual()), micros(time.mean())),
          "take its phases as uncertain by that much");
    }
    if (finding instanceof Finding.LowResumption low) {
      return lowResumption(low);
    }
    if (finding instanceof Finding.UnexpectedRoundTrips trips) {
      final RoundTrips fit = trips.fit();
      return new Message(
          "%s of %s at %s takes %s round trips, by the protocol it takes %s"
              .formatted(
                  fit.cause(),
                  fit.policy(),
                  labels.brief(fit.where()),
                  NumberFormats.thousandths(fit.slope()),
                  NumberFormats.plain(Objects.requireNonNull(fit.expected()))),
          "look for a delay that is not the network's, or measure at longer distances");
    }
    if (finding instanceof Finding.Unsettled unsettled) {
      final long seconds = 10 * (long) Math.ceil(2 * unsettled.warmUpSeconds() / 10);
      return new Message(
          "unsettled", "had not settled when warm-up ended", "--warm-up %ds".formatted(seconds));
    }
    if (finding instanceof Finding.Starved starved) {
      return new Message(
          "waited for their core",
          "waited for their core (round %d: an operation took %s, of which it had the core for %s)"
              .formatted(starved.fork().round(), micros(starved.wall()), micros(starved.cpu())),
          "stop other programs and measure again");
    }
    if (finding instanceof Finding.Stalled stalled) {
      return new Message(
          "stood still during an operation",
          "stood still during an operation (round %d: the longest took %s, the median is %s)"
              .formatted(
                  stalled.fork().round(), micros(stalled.longest()), micros(stalled.median())),
          "find what stopped the machine or the fork, and measure again");
    }
    if (finding instanceof Finding.Drifted drifted) {
      return new Message(
          "drifted (1 in 20 by chance)",
          "drifted while they were measured (round %d: first half %s, second half %s, interval %s wide), as one steady measurement in twenty does by chance"
              .formatted(
                  drifted.fork().round(),
                  micros(drifted.firstHalf()),
                  micros(drifted.secondHalf()),
                  micros(drifted.width())),
          "reduce background load");
    }
    if (finding instanceof Finding.Outlier outlier) {
      return new Message(
          "failed Grubbs' test for outliers",
          "failed Grubbs' test for outliers at the 1 %% level (round %d: mean %s, mean of the others %s), but every figure includes them"
              .formatted(outlier.fork().round(), micros(outlier.mean()), micros(outlier.others())),
          "reduce background load, or add rounds");
    }
    // Finding.FreePlacement, the last kind.
    return new Message(
        "ran with free placement",
        "ran with free placement, so their times include waking idle cores",
        "-p placement=same-core");
  }

  private Message lowResumption(Finding.LowResumption low) {
    final String share =
        "%s: %s of the handshakes were resumed"
            .formatted(labels.brief(low.cell()), Cells.percent(low.share(), low.ci95()));
    return low.cell().users() == 1
        ? new Message(share, "check that the server issues tickets and that the client keeps them")
        : new Message(
            share,
            share
                + ", since connections that are opened at once share one ticket, and before JDK 24 a client keeps one for each host",
            "reuse connections, or run the client on JDK 24 or later");
  }

  static String injected(Finding.Injected injected) {
    return "the server injected on purpose: " + String.join("; ", injected.what());
  }

  private static Message incomplete(Finding.Incomplete run) {
    final String why = run.reason() == null ? "" : ": " + run.reason();
    if (run.endedEarly()) {
      return new Message("the run was ended early, but " + run.shortfall(), RESTORE);
    }
    return switch (run.end()) {
      case RUNNING -> new Message("the run was killed, or still goes on" + why, CONTINUE);
      case INTERRUPTED -> new Message("the run was interrupted" + why, CONTINUE);
      case FAILED -> new Message("the run failed" + why, "remove the cause and measure again");
      case COMPLETE -> new Message("the run ended, but " + run.shortfall(), RESTORE);
    };
  }

  /** Missing cells and rounds may still come if the run can be continued. */
  private String cureOfGap(String otherwise) {
    return summary.findings().stream()
        .filter(it -> it instanceof Finding.Incomplete || it instanceof Finding.EndedEarly)
        .map(it -> of(it).cure())
        .findFirst()
        .orElse(otherwise);
  }

  /** {@code which policy is slower is open for 2 of 9 ratios}. */
  static String undecided(Finding.Undecided open) {
    final String count = counted(open.figures(), open.of());
    final boolean tooFew = open.figures().stream().allMatch(figure -> figure.ci95() == null);
    final String why = tooFew ? " (%s)".formatted(NumberFormats.TOO_FEW_ROUNDS) : "";
    return open.figures().get(0).kind() == Kind.MEAN
        ? count + " without an interval" + why
        : "which policy is slower is open for " + count + why;
  }

  private Message imprecise(Finding.Imprecise sizes) {
    final boolean means = sizes.figures().get(0).kind() == Kind.MEAN;
    return new Message(
        (means ? "mean " : "size ")
            + known(sizes)
            + (summary.decided() && !means ? ", direction certain" : ""),
        "%s %s known less closely than %s: the widest is %s"
            .formatted(
                counted(sizes.figures(), sizes.of()),
                sizes.figures().size() == 1 ? "is" : "are",
                NumberFormats.target(sizes.target()),
                new FigureWords(labels).of(sizes.figures().get(0))),
        sizes.roundsNeeded() == 0
            ? "reduce background load and measure again"
            : "--rounds " + sizes.roundsNeeded());
  }

  static String known(Finding.Imprecise sizes) {
    return "known to %s (target %s)"
        .formatted(
            NumberFormats.within(sizes.figures().get(0).relativeHalfWidth()),
            NumberFormats.target(sizes.target()));
  }

  private Message clocksDisagree(Finding.ClocksDisagree clocks) {
    final Cost cost = clocks.cost();
    final double byClock = Objects.requireNonNull(cost.byClock());
    return new Message(
        "cost of %s: %s by difference, %s by clock"
            .formatted(cost.cause(), micros(cost.byDifference()), micros(byClock)),
        "cost of %s at %s: %s by difference, %s by clock, %s apart (allowed %s), of which the phase \"%s\" has %s"
            .formatted(
                cost.cause(),
                labels.brief(cost.where()),
                micros(cost.byDifference()),
                micros(byClock),
                micros(Math.abs(cost.byDifference() - byClock)),
                micros(clocks.allowed()),
                clocks.rest().label(),
                micros(clocks.inRest())),
        "quote the cost by difference");
  }
}
