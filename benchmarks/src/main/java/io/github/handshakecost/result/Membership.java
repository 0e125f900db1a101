package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.ForkRecord.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forks that a run cannot have measured, such as files that were copied or merged by
 * accident. It does not protect against forgery: files bear no signature.
 */
final class Membership {
  private static final String MOVE_BACK = "move it back to the run that measured it";

  /** The clock may be set back by so much during a run. */
  private static final Duration CLOCK_STEP = Duration.ofHours(1);

  private static final String MODE = "avgt";

  /** A request of a new JVM can be timed once. */
  private static final String COLD_MODE = "ss";

  private final RunManifest manifest;
  private final Map<List<Object>, Path> starts = new HashMap<>();
  private List<String> jvmArgs = List.of();

  Membership(RunManifest manifest) {
    this.manifest = manifest;
  }

  /** Throws {@link UnreadableRunException} if the fork does not belong to this run. */
  void check(Path file, ForkRecord fork) {
    if (starts.isEmpty()) {
      jvmArgs = fork.jmh().jvmArgs();
    }
    Stream.<Function<ForkRecord, Optional<String>>>of(
            this::ofAnotherCell,
            this::ofAnotherRun,
            this::ofAnotherTime,
            this::ofAnotherPlan,
            Membership::ofAnotherProtocol)
        .flatMap(check -> check.apply(fork).stream())
        .findFirst()
        .ifPresent(
            wrong -> {
              throw new UnreadableRunException(file, wrong, MOVE_BACK);
            });
    refuseCopy(file, fork);
  }

  private void refuseCopy(Path file, ForkRecord fork) {
    final String name = RunDirectory.forkName(fork.round(), fork.cell());
    if (!file.getFileName().toString().equals(name)) {
      throw new UnreadableRunException(
          file,
          "holds round %d of %s".formatted(fork.round(), fork.cell().label()),
          "rename it to %s, or delete it if there is one of that name".formatted(name));
    }
    // New JVMs of two rounds may begin within a second.
    final Path twin =
        starts.putIfAbsent(List.of(fork.cell(), fork.startedAt(), fork.measurement()), file);
    if (twin != null) {
      throw new UnreadableRunException(
          file,
          "began at %s, like %s: one is a copy".formatted(fork.startedAt(), twin.getFileName()),
          "delete the copy");
    }
  }

  private Optional<String> ofAnotherCell(ForkRecord fork) {
    return manifest.cells().contains(fork.cell())
        ? Optional.empty()
        : Optional.of("measures %s, no cell of this run".formatted(fork.cell().label()));
  }

  private Optional<String> ofAnotherRun(ForkRecord fork) {
    return Objects.equals(fork.origin(), manifest.origin())
        ? Optional.empty()
        : Optional.of(
            "belongs to %s, and this is %s"
                .formatted(named(fork.origin()), named(manifest.origin())));
  }

  private static String named(@Nullable Origin origin) {
    return origin == null
        ? "no known run"
        : "run %s (plan %s, commit %s)"
            .formatted(
                origin.run(),
                origin.plan(),
                origin.commit().substring(0, Math.min(7, origin.commit().length())));
  }

  /** Such as that of a copy of this run, which was continued elsewhere. */
  private Optional<String> ofAnotherTime(ForkRecord fork) {
    final Instant start = Instant.parse(fork.startedAt());
    final String end = manifest.endedAt();
    final boolean late = end != null && start.isAfter(Instant.parse(end));
    return late || start.isBefore(Instant.parse(manifest.startedAt()).minus(CLOCK_STEP))
        ? Optional.of(
            "began at %s, and the run lasted from %s to %s"
                .formatted(fork.startedAt(), manifest.startedAt(), end == null ? "now" : end))
        : Optional.empty();
  }

  private Optional<String> ofAnotherPlan(ForkRecord fork) {
    final JmhFacts jmh = fork.jmh();
    return Stream.of(
            different(
                "blocks",
                fork.measurement().iterations().size(),
                manifest.effort().cyclesOf(fork.cell())),
            different("mode", jmh.mode(), fork.cell().cold() ? COLD_MODE : MODE),
            different("threads", jmh.threads(), fork.cell().users()),
            jmh.jvmArgs().equals(jvmArgs)
                ? Optional.<String>empty()
                : Optional.of(
                    "has JVM flags %s, and another fork of the run has %s"
                        .formatted(jmh.jvmArgs(), jvmArgs)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A fork that says which TLS version it negotiated has that of its cell. */
  private static Optional<String> ofAnotherProtocol(ForkRecord fork) {
    final String negotiated = fork.measurement().facts().get("tls.protocol");
    return negotiated == null
        ? Optional.empty()
        : Protocol.of(fork.cell().param(AxisNames.PROTOCOL))
            .map(planned -> planned.secure() ? planned.jdkName() : "none")
            .flatMap(planned -> different("TLS version", negotiated, planned));
  }

  private static Optional<String> different(String what, Object found, Object planned) {
    return found.equals(planned)
        ? Optional.empty()
        : Optional.of("has %s %s, and its run plans %s".formatted(what, found, planned));
  }
}
