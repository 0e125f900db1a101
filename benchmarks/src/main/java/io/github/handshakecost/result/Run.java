package io.github.handshakecost.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  public Run {
    forks = List.copyOf(forks);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Cells with at least one fork, in the order of the plan. */
  public List<Cell> measuredCells() {
    final Set<Cell> measured = forks.stream().map(ForkRecord::cell).collect(Collectors.toSet());
    final Set<Cell> ordered = new LinkedHashSet<>(manifest.cells());
    forks.forEach(fork -> ordered.add(fork.cell()));
    return ordered.stream().filter(measured::contains).toList();
  }
}
