package io.github.handshakecost.report;

import io.github.handshakecost.model.Policy;
import java.util.ArrayList;
import java.util.List;

/** Explains the terms of a report. */
final class Glossary {
  private Glossary() {}

  /** Cell, fork and round, and each policy that was measured. */
  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            "Each policy reuses one thing less than the one before; pooled reuses everything and is"
                + " the baseline. A cell is a policy with one value of protocol, round-trip time (rtt),"
                + " client, placement and every other axis. A fork is a JVM that measures a group of"
                + " cells in turn. A round is one fork of each group."));
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
