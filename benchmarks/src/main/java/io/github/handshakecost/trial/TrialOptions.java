package io.github.handshakecost.trial;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.fixture.Occurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options of a fork. It gets them as system properties, because JMH passes nothing else.
 *
 * @param warmUp the longest time to warm up
 * @param task the file that says what a group measures
 * @param measurement the file to write everything to that JMH does not report
 * @param pcap the file to write the packets of a delay line to
 * @param harness the process without which the fork must end
 * @param tamper a change of the server that the proof must detect, or the times must show
 */
public record TrialOptions(
    Duration warmUp,
    Optional<Path> task,
    Optional<Path> measurement,
    Optional<Path> pcap,
    Optional<Long> harness,
    UnaryOperator<FixtureConfig> tamper) {
  /** Milliseconds; 20,000 if it is not given. */
  public static final String WARM_UP_MILLIS = "handshakecost.warmUpMillis";

  /** A file with a {@link io.github.handshakecost.result.HandOver.GroupTask}. */
  public static final String TASK = "handshakecost.task";

  /** A file. */
  public static final String MEASUREMENT = "handshakecost.measurement";

  /** A file; packets are appended to it. */
  public static final String PCAP = "handshakecost.pcap";

  /** A process ID. */
  public static final String HARNESS = "handshakecost.harness";

  /** {@code KIND@N}: a {@link BadResponse} every N-th time, as in {@code STATUS_500@100}. */
  public static final String FAULT = "handshakecost.fault";

  /**
   * {@code EXCHANGE,HANDSHAKE}: an {@link InjectedDelay} in nanoseconds, as in {@code 1500,5000}.
   */
  public static final String DELAY = "handshakecost.delayNanos";

  private static final long STANDARD_WARM_UP_MILLIS = 20_000;

  /** The faults that a fork can inject. */
  enum BadResponse {
    STATUS_500(new Fault.Status(500)),
    CORRUPT_BODY(new Fault.CorruptBody()),
    RESET(new Fault.Reset());

    final Fault fault;

    BadResponse(Fault fault) {
      this.fault = fault;
    }
  }

  public static TrialOptions ofThisJvm() {
    return new TrialOptions(
        Duration.ofMillis(Long.getLong(WARM_UP_MILLIS, STANDARD_WARM_UP_MILLIS)),
        Optional.ofNullable(System.getProperty(TASK)).map(Path::of),
        Optional.ofNullable(System.getProperty(MEASUREMENT)).map(Path::of),
        Optional.ofNullable(System.getProperty(PCAP)).map(Path::of),
        Optional.ofNullable(Long.getLong(HARNESS)),
        tampering());
  }

  private static UnaryOperator<FixtureConfig> tampering() {
    final Optional<UnaryOperator<FixtureConfig>> fault =
        Optional.ofNullable(System.getProperty(FAULT)).map(TrialOptions::fault);
    final Optional<InjectedDelay> delay =
        Optional.ofNullable(System.getProperty(DELAY)).map(TrialOptions::delay);
    return config -> {
      final FixtureConfig faulty = fault.map(added -> added.apply(config)).orElse(config);
      return delay.map(faulty::withDelay).orElse(faulty);
    };
  }

  private static UnaryOperator<FixtureConfig> fault(String text) {
    final MatchResult form =
        parsed(
            FAULT,
            text,
            "(STATUS_500|CORRUPT_BODY|RESET)@([1-9]\\d{0,17})",
            "KIND@N with STATUS_500, CORRUPT_BODY or RESET and N from 1, as in STATUS_500@100");
    final Fault fault = BadResponse.valueOf(form.group(1)).fault;
    final Occurrence every = Occurrence.every(Long.parseLong(form.group(2)));
    return config -> config.withFault(fault, every);
  }

  private static InjectedDelay delay(String text) {
    final MatchResult form =
        parsed(
            DELAY,
            text,
            "(\\d{1,8}),(\\d{1,10})",
            "EXCHANGE,HANDSHAKE in nanoseconds, up to 10 ms and 5 s, as in 1500,5000");
    return new InjectedDelay(
        Duration.ofNanos(Long.parseLong(form.group(1))),
        Duration.ofNanos(Long.parseLong(form.group(2))));
  }

  private static MatchResult parsed(String property, String text, String form, String words) {
    final Matcher matcher = Pattern.compile(form).matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("-D%s=%s is malformed; give %s".formatted(property, text, words));
    }
    return matcher;
  }
}
