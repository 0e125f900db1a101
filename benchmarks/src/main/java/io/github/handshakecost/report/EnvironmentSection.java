package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The machine and what ran on it. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static List<Block> of(Run run) {
    final List<String> lines = new ArrayList<>();
    if (!run.forks().isEmpty()) {
      lines.add("in the forks: " + Facts.all(run));
    }
    run.environment().forEach((name, value) -> lines.add(name + ": " + text(value)));
    return List.of(
        new Block.Heading(2, "Environment"),
        lines.isEmpty() ? new Block.Paragraph("Nothing is known.") : new Block.Bullets(lines));
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(EnvironmentSection::text).collect(Collectors.joining(" "));
    }
    return String.valueOf(value);
  }
}
