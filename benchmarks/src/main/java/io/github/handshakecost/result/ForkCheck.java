package io.github.handshakecost.result;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Refuses a fork that no run can have measured, or that is not of its run. */
final class ForkCheck {
  private static final String MISPLACED = "move it back to the run that measured it";

  /** Sums of such times are finite by far. */
  private static final double MOST_MICROS = 1e12;

  private static final Pattern ROUND_TRIP = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?ms");

  private ForkCheck() {}

  static void check(SavedJson file, ForkRecord fork) {
    for (final String axis : AxisNames.NEEDED) {
      if (!fork.cell().params().containsKey(axis)) {
        throw file.refusal("measures a cell without " + axis);
      }
    }
    final String rtt = fork.cell().param(AxisNames.RTT);
    if (!ROUND_TRIP.matcher(rtt).matches()) {
      throw file.refusal("measures a cell at rtt \"%s\", which is no time in ms".formatted(rtt));
    }
    if (fork.measurement().iterations().isEmpty()
        || !fork.measurement().iterations().stream().allMatch(ForkCheck::measured)) {
      throw file.refusal("has an iteration without time, operations or requests, or none at all");
    }
    if (!fork.measurement().iterations().stream().allMatch(ForkCheck::sane)) {
      throw file.refusal("has an iteration with a time of more than 11 days");
    }
    for (final IterationRecord iteration : fork.measurement().iterations()) {
      final Optional<String> breach = new KeptPromise(fork.cell(), iteration.counts()).breach();
      if (breach.isPresent()) {
        throw file.refusal(breach.get());
      }
    }
    file.requireTime(fork.startedAt());
    for (final double percentile : Latency.REPORTED) {
      if (!fork.measurement().latency().has(percentile)) {
        throw file.refusal("lacks percentile " + percentile);
      }
      final double micros = fork.measurement().latency().at(percentile);
      if (!(micros > 0 && micros <= MOST_MICROS)) {
        throw file.refusal("has no time at percentile " + percentile);
      }
    }
  }

  /**
   * A fork from elsewhere would be averaged with these, and a copy would count twice.
   *
   * @param planned the cells of the run, with their slugs
   */
  static void checkPlace(SavedJson file, ForkRecord fork, Map<Cell, String> planned) {
    if (fork.round() < 1) {
      throw file.refusal("is of round %d, and rounds count from 1".formatted(fork.round()));
    }
    final String slug = planned.get(fork.cell());
    if (slug == null) {
      throw new UnreadableRunException(
          file.file(),
          "measures %s, no cell of this run".formatted(fork.cell().label()),
          MISPLACED);
    }
    final String name = ForkFiles.name(fork.round(), slug);
    if (!file.file().getFileName().toString().equals(name)) {
      throw new UnreadableRunException(
          file.file(),
          "holds round %d of %s".formatted(fork.round(), fork.cell().label()),
          "call it %s, or delete it if there is one of that name".formatted(name));
    }
  }

  private static boolean sane(IterationRecord iteration) {
    return DoubleStream.of(
            iteration.mean(),
            iteration.clientCpu(),
            iteration.serverCpu(),
            iteration.phases().total())
        .allMatch(micros -> Math.abs(micros) <= MOST_MICROS);
  }

  private static boolean measured(IterationRecord iteration) {
    return iteration.mean() > 0 && iteration.operations() > 0 && iteration.counts().requests() > 0;
  }
}
