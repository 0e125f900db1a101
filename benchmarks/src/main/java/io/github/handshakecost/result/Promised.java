package io.github.handshakecost.result;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises of every request, by the names of saved results; forks are measured by
 * {@code proof.Promise}, which is the same.
 *
 * @param connections that a request opens
 * @param handshakes that it makes, full and resumed ones
 * @param full of these; absent where either kind will do
 */
public record Promised(int connections, int handshakes, @Nullable Integer full) {

  /** Of the policy and protocol of a cell; empty if nobody here knows the policy. */
  public static Optional<Promised> of(Cell cell) {
    return of(cell.param(AxisNames.POLICY))
        .map(
            promised ->
                cell.param(AxisNames.PROTOCOL).equals(AxisNames.HTTP)
                    ? new Promised(promised.connections, 0, 0)
                    : promised);
  }

  private static Optional<Promised> of(String policy) {
    return switch (policy) {
      case AxisNames.POOLED -> Optional.of(new Promised(0, 0, 0));
      case AxisNames.RESUMED -> Optional.of(new Promised(1, 1, 0));
      case AxisNames.FULL, AxisNames.NEW_CLIENT -> Optional.of(new Promised(1, 1, 1));
      case AxisNames.NEW_CLIENT_SHARED_CONTEXT -> Optional.of(new Promised(1, 1, null));
      default -> Optional.empty();
    };
  }
}
