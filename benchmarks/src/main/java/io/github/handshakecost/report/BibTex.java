package io.github.handshakecost.report;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as an entry of a bibliography. */
final class BibTex {
  private BibTex() {}

  /**
   * The lines of the entry.
   *
   * @param marks of the run, in words; may be empty
   */
  static List<String> entry(Run run, String marks) {
    final RunManifest manifest = run.manifest();
    final List<String> lines = new ArrayList<>();
    lines.add("@misc{handshake-cost-%s,".formatted(key(run.name())));
    // Two braces each: an author that is no person, and a title whose case matters.
    lines.add("  author = {{The handshake-cost developers}},");
    lines.add("  title = {{What a connection costs: run %s}},".formatted(text(run.name())));
    lines.add("  year = {%s},".formatted(year(manifest)));
    lines.add("  howpublished = {handshake-cost, saved run with raw data},");
    lines.add("  note = {Run %s, %s;".formatted(text(run.name()), text(Marks.commit(manifest))));
    if (!marks.isEmpty()) {
      lines.add("          %s;".formatted(marks.toUpperCase(Locale.ROOT)));
    }
    lines.add("          %s}".formatted(text(Machine.of(run).sentence())));
    lines.add("}");
    return lines;
  }

  private static String key(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]+", "-");
  }

  /** The digits at the head of a time in ISO 8601. */
  private static String year(RunManifest manifest) {
    final String year = manifest.startedAt().replaceFirst("-.*", "");
    return year.matches("[0-9]{4}") ? year : "unknown";
  }

  /** Signs that TeX would act on become signs that it prints. */
  private static String text(String plain) {
    return plain
        .replaceAll("\\p{Cntrl}", " ")
        .replace("\\", "/")
        .replaceAll("[{}]", "")
        .replaceAll("([&%$#_])", "\\\\$1")
        .replace("~", "\\textasciitilde{}")
        .replace("^", "\\textasciicircum{}");
  }
}
