package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a fork is told by system properties, since JMH hands it nothing else.
 *
 * @param warmUp the longest that warming may take
 * @param measurement where to write what JMH has no place for
 * @param pcap where to write the packets of a delay line
 * @param tamper what to change in the server, to see the proof catch it
 */
public record TrialOptions(
    Duration warmUp,
    Optional<Path> measurement,
    Optional<Path> pcap,
    UnaryOperator<FixtureConfig> tamper) {
  /** Milliseconds; 20,000 where it is not given. */
  public static final String WARM_UP_MILLIS = "handshakecost.warmUpMillis";

  /** A file. */
  public static final String MEASUREMENT = "handshakecost.measurement";

  /** A file; packets are added to what is there. */
  public static final String PCAP = "handshakecost.pcap";

  /** {@code KIND@N}: a {@link Fault.Kind} in every N-th response, as in {@code STATUS_500@100}. */
  public static final String FAULT = "handshakecost.fault";

  private static final long STANDARD_WARM_UP_MILLIS = 20_000;

  /** What this JVM was told. */
  public static TrialOptions ofThisJvm() {
    return new TrialOptions(
        Duration.ofMillis(Long.getLong(WARM_UP_MILLIS, STANDARD_WARM_UP_MILLIS)),
        Optional.ofNullable(System.getProperty(MEASUREMENT)).map(Path::of),
        Optional.ofNullable(System.getProperty(PCAP)).map(Path::of),
        Optional.ofNullable(System.getProperty(FAULT))
            .map(TrialOptions::fault)
            .orElse(UnaryOperator.identity()));
  }

  private static UnaryOperator<FixtureConfig> fault(String text) {
    final int at = text.indexOf('@');
    final Fault fault =
        new Fault(
            Fault.Kind.valueOf(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    return config -> config.withFault(fault);
  }
}
