package io.github.handshakecost.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A saved run, whole or not.
 *
 * @param name that of its directory, by which it is cited
 * @param forks every finished fork, by round and then by name of the cell
 * @param environment what the machine said of itself; empty if the run ended before that was saved
 */
public record Run(
    String name, RunManifest manifest, List<ForkRecord> forks, Map<String, Object> environment) {

  /** How far a clock may be set back while a run goes on, without its forks being another's. */
  private static final Duration CLOCK_STEP = Duration.ofHours(1);

  public Run {
    forks = List.copyOf(forks);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /**
   * Whether it came to its end, or its user ended it late enough, and all that had finished by then
   * is still there.
   */
  public boolean complete() {
    return shortfall().isEmpty();
  }

  /**
   * Why it is not complete, in a word or a few: {@code interrupted}; empty if it is. A run that
   * came to its end has all the forks that it had then, and none from before it. A run that was
   * interrupted after {@link Interval#LEAST_ROUNDS} whole rounds has all that an interval needs.
   */
  public Optional<String> shortfall() {
    return manifest.end() == RunManifest.End.COMPLETE || endedEarly()
        ? missing().or(this::foreign)
        : Optional.of(manifest.end().name().toLowerCase(Locale.ROOT));
  }

  /** Whether it was interrupted, and had enough whole rounds by then. */
  public boolean endedEarly() {
    return manifest.end() == RunManifest.End.INTERRUPTED && wholeRounds() >= Interval.LEAST_ROUNDS;
  }

  /** How many are left of the forks that it had when it ended, in a few words; empty if all are. */
  public Optional<String> missing() {
    final int due =
        manifest.forks() != null
            ? manifest.forks()
            : manifest.end() == RunManifest.End.COMPLETE
                ? Math.max(rounds(), 1) * manifest.cells().size()
                : 0;
    return forks.size() < due
        ? Optional.of("%d of its %d measurements are there".formatted(forks.size(), due))
        : Optional.empty();
  }

  private Optional<String> foreign() {
    final Instant begun = Instant.parse(manifest.startedAt()).minus(CLOCK_STEP);
    final long earlier =
        forks.stream().filter(fork -> Instant.parse(fork.startedAt()).isBefore(begun)).count();
    return earlier == 0
        ? Optional.empty()
        : Optional.of("%d of its %d measurements began before it".formatted(earlier, forks.size()));
  }

  /** How many JVMs measured it; each made one record for each of its cells. */
  public int jvms() {
    return times().size();
  }

  /** What all its JVMs took together. */
  public ForkTime spent() {
    return new ForkTime(
        times().stream().mapToDouble(ForkTime::all).sum(),
        times().stream().mapToDouble(ForkTime::warmUp).sum());
  }

  private Collection<ForkTime> times() {
    final Map<List<Object>, ForkTime> byFork = new LinkedHashMap<>();
    forks.forEach(
        fork ->
            byFork.put(
                List.of(fork.round(), fork.startedAt(), fork.cell().param(AxisNames.CLIENT)),
                fork.took()));
    return byFork.values();
  }

  /** The last round of which there is a fork. */
  public int rounds() {
    return forks.stream().mapToInt(ForkRecord::round).max().orElse(0);
  }

  /** Rounds of which every planned cell has a fork. */
  public int wholeRounds() {
    final Map<Integer, Long> forksByRound =
        forks.stream().collect(Collectors.groupingBy(ForkRecord::round, Collectors.counting()));
    return (int) forksByRound.values().stream().filter(it -> it == manifest.cells().size()).count();
  }

  /** Cells with at least one fork, in the order of the plan. */
  public List<Cell> measuredCells() {
    final Set<Cell> measured = forks.stream().map(ForkRecord::cell).collect(Collectors.toSet());
    final Set<Cell> ordered = new LinkedHashSet<>(manifest.cells());
    forks.forEach(fork -> ordered.add(fork.cell()));
    return ordered.stream().filter(measured::contains).toList();
  }
}
