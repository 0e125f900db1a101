package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the user wrote, as opposed to what holds by default. */
final class GivenOptions {
  private GivenOptions() {}

  /**
   * Refuses options that would change a plan which is fixed.
   *
   * @param option that fixes the plan
   * @param allowed beside it
   * @throws UsageException naming the first other one
   */
  static void requireNoneBeside(String option, Set<String> allowed, CommandSpec spec) {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(given -> !given.equals(option) && !allowed.contains(given))
        .findFirst()
        .ifPresent(
            given -> {
              throw new UsageException(
                  "%s sets its own plan, so %s is not allowed; leave it out"
                      .formatted(option, given));
            });
  }
}
