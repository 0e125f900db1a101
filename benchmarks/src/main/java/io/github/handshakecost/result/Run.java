package io.github.handshakecost.result;

import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.RunManifest.End;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A saved run, complete or not.
 *
 * @param name of its directory, by which it is cited
 * @param forks one record for each cell of each finished fork, by round and then by cell
 * @param environment of the machine; empty if the run ended before it was saved
 */
public record Run(
    String name, RunManifest manifest, List<ForkRecord> forks, Map<String, Object> environment) {

  /** Whether it ended as planned, or its user ended it late enough, and all its forks are there. */
  public boolean complete() {
    return shortfall().isEmpty();
  }

  /** Why it is not complete, in a few words such as {@code interrupted}; empty if it is. */
  public Optional<String> shortfall() {
    return manifest.end() == End.COMPLETE || endedEarly()
        ? missing()
        : Optional.of(manifest.end().name().toLowerCase(Locale.ROOT));
  }

  /** Whether its user interrupted it after enough whole rounds for an interval. */
  public boolean endedEarly() {
    return manifest.end() == End.INTERRUPTED && wholeRounds() >= Interval.LEAST_ROUNDS;
  }

  /** How many of its forks are left, in a few words; empty if all are there. */
  public Optional<String> missing() {
    final int atItsEnd =
        manifest.end() == End.COMPLETE ? Math.max(rounds(), 1) * manifest.cells().size() : 0;
    final int due = manifest.forks() == null ? atItsEnd : manifest.forks();
    return forks.size() < due
        ? Optional.of("%d of its %d measurements are there".formatted(forks.size(), due))
        : Optional.empty();
  }

  /** The faults and delays that its servers injected on purpose, each once. */
  public List<String> injected() {
    return forks.stream()
        .flatMap(fork -> Optional.ofNullable(fork.measurement().injected()).stream())
        .distinct()
        .toList();
  }

  /** The JVM flags of its forks that the plan does not set, each once. */
  public List<String> changedFlags() {
    return forks.stream().flatMap(fork -> fork.jmh().changedFlags().stream()).distinct().toList();
  }

  /** The JVMs that measured it; each made one record for each of its cells. */
  public int jvms() {
    return times().size();
  }

  /** The time of all its JVMs together. */
  public ForkTime spent() {
    return new ForkTime(
        times().stream().mapToDouble(ForkTime::all).sum(),
        times().stream().mapToDouble(ForkTime::warmUp).sum());
  }

  private Collection<ForkTime> times() {
    final Map<ForkRecord.Jvm, ForkTime> byJvm = new LinkedHashMap<>();
    forks.forEach(fork -> byJvm.put(fork.jvm(), fork.took()));
    return byJvm.values();
  }

  /** The last round with a fork. */
  public int rounds() {
    return forks.stream().mapToInt(ForkRecord::round).max().orElse(0);
  }

  /** Rounds in which every planned cell has a fork. */
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
