package io.github.handshakecost.report;

import io.github.handshakecost.model.Policy;
import java.util.ArrayList;
import java.util.List;

/** The words of a report, for who meets them for the first time. */
final class Glossary {
  private Glossary() {}

  /** What a rung, a cell and a round are, and each policy that was measured. */
  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            "Each policy is a rung of a ladder, by what a program keeps from one request to the next;"
                + " pooled keeps everything, and the others are set beside it. A cell is a rung in"
                + " one place: with one value of protocol, round-trip time (rtt), client, placement"
                + " and every other axis. A fork is a JVM that measures a group of cells in turn,"
                + " a round one fork of each group."));
    final List<String> policies =
        subject.summary().cells().stream()
            .map(Ladder::policy)
            .distinct()
            .flatMap(label -> Policy.of(label).stream())
            .map(policy -> policy.label() + ": " + policy.description())
            .toList();
    if (!policies.isEmpty()) {
      blocks.add(new Block.Bullets(policies));
    }
    return blocks;
  }
}
