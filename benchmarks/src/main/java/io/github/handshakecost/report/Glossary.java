package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            .flatMap(policy -> meaning(policy).map(kept -> policy + ": " + kept).stream())
            .toList();
    if (!policies.isEmpty()) {
      blocks.add(new Block.Bullets(policies));
    }
    return blocks;
  }

  /** The connection, session and context that a policy keeps; empty for an unknown policy. */
  static Optional<String> meaning(String policy) {
    return switch (policy) {
      case AxisNames.POOLED -> Optional.of("client, connection and session are kept");
      case AxisNames.RESUMED ->
          Optional.of("a new TCP connection for each request; the TLS session is resumed");
      case AxisNames.FULL ->
          Optional.of("a new TCP connection for each request and, over TLS, a full handshake");
      case AxisNames.NEW_CLIENT ->
          Optional.of(
              "a new client for each request, with a new TLS context and its trust anchors loaded"
                  + " again");
      case AxisNames.NEW_CLIENT_SHARED_CONTEXT ->
          Optional.of(
              "a new client for each request, on a TLS context that all share, so that most"
                  + " handshakes are resumed");
      default -> Optional.empty();
    };
  }
}
