package io.github.handshakecost.run;

import static java.util.Comparator.comparingInt;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cells that one JVM measures, because they share warm code: policies, protocols, certificates,
 * body sizes, benchmarks and distances. Each client, server provider, transport, group of the key
 * exchange, placement and number of users has its own groups, and so has each policy and protocol
 * of a client whose cells do not share a JVM. A new JVM has nothing to share: the cells that it
 * measures differ in {@code nth} alone.
 *
 * @param label the values that tell this group from the others of its plan
 * @param cells in the order of the plan
 */
public record Group(String label, List<Cell> cells) {
  private static final List<String> APART =
      List.of(
          Axes.CLIENT.name(),
          Axes.CLIENT_TLS.name(),
          Axes.SERVER_TLS.name(),
          Axes.TRANSPORT.name(),
          Axes.GROUP.name(),
          Axes.PLACEMENT.name(),
          Axes.USERS.name(),
          Axes.PROTOCOL.name(),
          Axes.POLICY.name(),
          Axes.BODY.name(),
          Axes.KEY.name(),
          Axes.CDS.name());

  private static final Set<String> OF_A_LADDER = Set.of(Axes.PROTOCOL.name(), Axes.POLICY.name());

  private static final Set<String> OF_NEW_JVMS =
      Set.of(Axes.BODY.name(), Axes.KEY.name(), Axes.CDS.name());

  public Group {
    cells = List.copyOf(cells);
  }

  /** The groups of a plan, in the order of their first cells. */
  public static List<Group> of(List<Cell> cells) {
    final Map<List<String>, List<Cell>> groups = new LinkedHashMap<>();
    for (final Cell cell : cells) {
      groups.computeIfAbsent(apart(cell), key -> new ArrayList<>()).add(cell);
    }
    // A new JVM sends its requests in the order of their numbers.
    groups.values().stream()
        .filter(group -> group.get(0).cold())
        .forEach(group -> group.sort(comparingInt(Group::nth)));
    return groups.entrySet().stream()
        .map(entry -> new Group(label(entry.getKey(), groups.keySet()), entry.getValue()))
        .toList();
  }

  private static int nth(Cell cell) {
    return Integer.parseInt(cell.param(Axes.NTH.name()));
  }

  private static List<String> apart(Cell cell) {
    final Settings settings = Settings.of(cell.params());
    final boolean cold = cell.cold();
    final boolean shares = !cold && settings.get(Axes.CLIENT).sharesJvm(settings.secure());
    return APART.stream()
        .map(
            axis ->
                (shares && OF_A_LADDER.contains(axis)) || (!cold && OF_NEW_JVMS.contains(axis))
                    ? ""
                    : cell.param(axis))
        .toList();
  }

  /** The group without a cell; the label stays. */
  Group without(Cell cell) {
    return new Group(label, cells.stream().filter(other -> !other.equals(cell)).toList());
  }

  /** The client, and the values that differ between groups. */
  private static String label(List<String> values, Iterable<List<String>> all) {
    final List<String> told = new ArrayList<>();
    told.add(values.get(0));
    for (int i = 1; i < values.size(); i++) {
      for (final List<String> other : all) {
        if (!values.get(i).isEmpty()
            && !other.get(i).isEmpty()
            && !other.get(i).equals(values.get(i))) {
          told.add(APART.get(i) + "=" + values.get(i));
          break;
        }
      }
    }
    return String.join(" ", told);
  }
}
