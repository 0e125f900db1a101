package io.github.handshakecost.cli;

import io.github.handshakecost.environment.JvmArguments;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Optional;

/**
 * What a user gave to JMH, as a run saves it: each option that {@link JmhOptions} lets through
 * once, in a fixed order, however it was written. Private paths and values are masked, as in {@code
 * environment.json}.
 */
final class JmhArguments {
  private static final String BETWEEN_OPTIONS = ";";

  /** An option of a profiler whose value is no path, as in {@code event=cpu}. */
  private static final Pattern PUBLIC = Pattern.compile("\\w*(?:=[\\w.,-]*)?");

  private JmhArguments() {}

  static List<String> of(Options given) {
    return Stream.of(
            one("-i", given.getMeasurementIterations()),
            one("-r", given.getMeasurementTime()),
            one("-to", given.getTimeout()),
            one("-gc", given.shouldDoGC()),
            one("-si", given.shouldSyncIterations()),
            many("-e", given.getExcludes().stream()),
            many("-prof", given.getProfilers().stream().map(JmhArguments::profiler)),
            one("-jvm", given.getJvm()).map(path -> "-jvm " + JvmArguments.MASK),
            jvm("-jvmArgsPrepend", given.getJvmArgsPrepend()),
            jvm("-jvmArgs", given.getJvmArgs()),
            jvm("-jvmArgsAppend", given.getJvmArgsAppend()))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<String> one(String option, Optional<?> value) {
    return value.hasValue() ? Stream.of(option + " " + value.get()) : Stream.empty();
  }

  private static Stream<String> many(String option, Stream<String> values) {
    return values.map(value -> option + " " + value);
  }

  private static Stream<String> jvm(String option, Optional<Collection<String>> arguments) {
    return arguments.hasValue()
        ? Stream.of(
            (option + " " + String.join(" ", JvmArguments.masked(List.copyOf(arguments.get()))))
                .strip())
        : Stream.empty();
  }

  private static String profiler(ProfilerConfig profiler) {
    final String options =
        Stream.of(profiler.getOpts().split(BETWEEN_OPTIONS, -1))
            .map(JmhArguments::masked)
            .collect(Collectors.joining(BETWEEN_OPTIONS));
    return options.isEmpty() ? profiler.getKlass() : profiler.getKlass() + ":" + options;
  }

  private static String masked(String option) {
    return PUBLIC.matcher(option).matches()
        ? option
        : option.substring(0, option.indexOf('=') + 1) + JvmArguments.MASK;
  }
}
