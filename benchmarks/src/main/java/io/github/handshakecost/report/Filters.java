package io.github.handshakecost.report;

import static io.github.handshakecost.report.chart.Markup.escape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The axes that vary in a report, by which a reader of the page can choose what to see. */
final class Filters {
  private static final String ANY = "-";

  private final Map<String, List<String>> axes = new LinkedHashMap<>();

  /** The filters that a report's places call for. */
  static Filters of(List<Block> blocks) {
    final Map<String, Set<String>> values = new LinkedHashMap<>();
    for (final Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        heading
            .place()
            .forEach(
                (axis, value) ->
                    values.computeIfAbsent(axis, any -> new LinkedHashSet<>()).add(value));
      }
    }
    final Filters filters = new Filters();
    values.forEach(
        (axis, all) -> {
          if (all.size() > 1) {
            filters.axes.put(axis, List.copyOf(all));
          }
        });
    return filters;
  }

  /** Where a place stands on each axis, {@code 1,0,-}. */
  String mark(Map<String, String> place) {
    final List<String> marks = new ArrayList<>();
    axes.forEach(
        (axis, values) -> {
          final String value = place.get(axis);
          marks.add(value == null ? ANY : Integer.toString(values.indexOf(value)));
        });
    return marks.isEmpty() ? ANY : String.join(",", marks);
  }

  /** A choice for each axis. */
  String selects() {
    return axes.entrySet().stream()
        .map(axis -> select(axis.getKey(), axis.getValue()))
        .collect(Collectors.joining());
  }

  private static String select(String axis, List<String> values) {
    final StringBuilder html = new StringBuilder();
    html.append("<label>").append(escape(axis)).append(" <select><option value=\"\">all");
    for (int i = 0; i < values.size(); i++) {
      html.append("<option value=").append(i).append('>').append(escape(values.get(i)));
    }
    return html.append("</select></label>\n").toString();
  }
}
