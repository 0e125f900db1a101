package io.github.handshakecost.report.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Colours by name, for light paper and for a dark screen. Those of phases ({@code p0} to {@code
 * p6}) and policies ({@code q0} to {@code q5}) are Okabe and Ito's, which colour-blind people can
 * tell apart, lightened on the dark screen where they would drown in it.
 */
public enum Scheme {
  LIGHT(
      List.of("#ffffff", "#f6f7f8", "#1a1a1a", "#595959", "#dfe1e4", "#b00020", "#0b5cad"),
      List.of("#e69f00", "#56b4e9", "#0072b2", "#009e73", "#cc79a7", "#999999", "#f0e442"),
      List.of("#4d4d4d", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000")),
  DARK(
      List.of("#14171a", "#1d2125", "#e8e8e8", "#a8b0b8", "#353b41", "#ff8a80", "#7cc4ff"),
      List.of("#e69f00", "#56b4e9", "#0072b2", "#009e73", "#cc79a7", "#999999", "#f0e442"),
      List.of("#c8c8c8", "#56b4e9", "#f0793a", "#2dbf95", "#d995bd", "#ffffff"));

  private final Map<String, String> colours = new LinkedHashMap<>();

  Scheme(List<String> grounds, List<String> phases, List<String> policies) {
    final List<String> names = List.of("paper", "panel", "ink", "muted", "grid", "bad", "link");
    for (int i = 0; i < grounds.size(); i++) {
      colours.put(names.get(i), grounds.get(i));
    }
    for (int i = 0; i < phases.size(); i++) {
      colours.put("p" + i, phases.get(i));
    }
    for (int i = 0; i < policies.size(); i++) {
      colours.put("q" + i, policies.get(i));
    }
    colours.put("black", "#000000");
    colours.put("white", "#ffffff");
  }

  /** The colour of a name, {@code #rrggbb}. */
  public String colour(String name) {
    return Objects.requireNonNull(colours.get(name), name);
  }

  /** The colours as custom properties of CSS: {@code --ink:#1a1a1a;...}. */
  public String css() {
    return colours.entrySet().stream()
        .map(colour -> "--" + colour.getKey() + ":" + colour.getValue())
        .collect(Collectors.joining(";"));
  }
}
