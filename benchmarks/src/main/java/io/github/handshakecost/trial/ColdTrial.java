package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.ExpectedCounts.Comparison;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.ColdStart;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.ClientCounts;
import io.github.handshakecost.result.HandOver.ColdAnswer;
import io.github.handshakecost.result.HandOver.ColdReport;
import io.github.handshakecost.result.HandOver.ColdWindow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One new JVM as its server sees it: its task, and the proof of its answer. */
public final class ColdTrial {
  private static final double NANOS_PER_MICRO = 1e3;

  private final TestBed bed;
  private final List<Cell> cells;
  private final Settings settings;
  private final ExpectedCounts expected;
  private final QuiescentLedger server;
  private final Calibration link;
  private final Ledger ledgerBefore;

  ColdTrial(TestBed bed, List<Cell> cells) throws IOException {
    this.bed = bed;
    this.cells = List.copyOf(cells);
    settings = Settings.of(cells.get(0).params());
    expected = cells.get(0).expectedCounts().orElseThrow();
    server = new QuiescentLedger(bed.servers().of(settings));
    link = bed.calibrate();
    ledgerBefore = server.withOpen(label(), 0);
  }

  private String label() {
    return cells.get(0).label();
  }

  /** Whether the JVM has to share class data. */
  public boolean sharesClassData() {
    return settings.find(Axes.CDS).orElse(true);
  }

  /** Sends the task to the JVM. */
  public void writeTask(OutputStream input) throws IOException {
    task().writeTo(input);
  }

  ColdTask task() {
    return ColdTask.of(
        settings,
        bed,
        cells.stream()
            .map(cell -> Settings.of(cell.params()).find(Axes.NTH).orElseThrow())
            .toList());
  }

  /**
   * Compares the answer of a JVM that has ended with the server's ledger.
   *
   * @param startedAt of the process, in microseconds since 1970
   * @return an arm for each cell, without a measurement where a premise broke
   */
  public List<ArmMeasurement> prove(ColdAnswer answer, long startedAt) {
    final ColdReport told = answer.told();
    if (told == null) {
      return broken(Objects.requireNonNullElse(answer.broken(), "it measured nothing"));
    }
    try {
      final Ledger ledger = server.withOpen(label(), 0).minus(ledgerBefore);
      final Optional<String> difference =
          Comparison.firstDifference(comparisons(told.counts(), ledger), told.counts().requests());
      if (difference.isPresent()) {
        return broken(difference.get());
      }
      if (told.sharing() != sharesClassData()) {
        return broken(
            told.sharing()
                ? "expected a JVM without class-data sharing, found one with it"
                : "expected a JVM with class-data sharing, found one without it; make the JDK's archive with java -Xshare:dump, or measure cds=off");
      }
      final ColdStart start =
          new ColdStart(
              told.mainAt() - startedAt, told.firstRequest(), told.script(), told.classes());
      final List<ArmMeasurement> arms = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        arms.add(arm(cells.get(i), told.windows().get(i), start, ledger));
      }
      return arms;
    } catch (BrokenPremiseException e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  private List<ArmMeasurement> broken(String sentence) {
    return cells.stream()
        .map(cell -> new ArmMeasurement(cell, null, List.of(), cell.label() + ": " + sentence))
        .toList();
  }

  /** The first request opens a connection under every policy; the policy tells of the others. */
  private Stream<Comparison> comparisons(ClientCounts client, Ledger ledger) {
    final boolean secure = settings.secure();
    final long others = client.requests() - 1;
    final long connections = 1 + expected.leastConnections(others);
    final long handshakes = secure ? connections : 0;
    final long allFull =
        switch (expected.handshake()) {
          case NONE -> 0;
          case FULL -> handshakes;
          case RESUMED -> 1;
          case EITHER -> client.validations();
        };
    return Stream.of(
        new Comparison("requests in the server's ledger", client.requests(), ledger.requests()),
        new Comparison("responses of class 2xx", client.requests(), ledger.responses2xx()),
        new Comparison("connections made by the client", connections, client.connects()),
        new Comparison("connections accepted", connections, ledger.connectionsAccepted()),
        new Comparison("connections closed", connections, ledger.connectionsClosed()),
        new Comparison("connections reset", 0, ledger.resets()),
        new Comparison("handshakes finished by the client", handshakes, client.handshakes()),
        new Comparison("full handshakes", allFull, ledger.handshakesFull()),
        new Comparison("resumed handshakes", handshakes - allFull, ledger.handshakesResumed()),
        new Comparison(
            "chains validated by the client (one for each full handshake)",
            allFull,
            client.validations()),
        new Comparison("failed handshakes", 0, ledger.handshakesFailed()),
        new Comparison("HelloRetryRequests", 0, ledger.helloRetries()),
        new Comparison("connections closed by close_notify", handshakes, ledger.closeNotifies()));
  }

  private ArmMeasurement arm(Cell cell, ColdWindow window, ColdStart start, Ledger ledger) {
    final Counts counts = counts(window.counts(), ledger);
    return Comparison.firstDifference(expected.compare(counts), counts.requests())
        .map(sentence -> new ArmMeasurement(cell, null, List.of(), cell.label() + ": " + sentence))
        .orElseGet(
            () ->
                new ArmMeasurement(
                    cell, measurement(window, counts, start, ledger), List.of(), null));
  }

  private ForkMeasurement measurement(
      ColdWindow window, Counts counts, ColdStart start, Ledger ledger) {
    return new ForkMeasurement(
        null,
        List.of(
            new IterationRecord(
                window.mean(),
                counts.requests(),
                counts,
                window.phases(),
                window.clientCpu(),
                share(ledger.cpuNanos(), counts.requests(), ledger) / NANOS_PER_MICRO,
                window.allocatedBytes(),
                null,
                null)),
        window.latency(),
        bed.facts(settings),
        bed.warnings(),
        bed.record(link, 0),
        start,
        null);
  }

  /** Connections and handshakes as the client counted them; the server counts no single request. */
  private static Counts counts(ClientCounts client, Ledger ledger) {
    return new Counts(
        client.requests(),
        client.connects(),
        client.validations(),
        client.handshakes() - client.validations(),
        client.validations(),
        0,
        Math.round(share(ledger.bytesIn(), client.requests(), ledger)),
        Math.round(share(ledger.bytesOut(), client.requests(), ledger)));
  }

  /** The part of a total that so many requests have if all have the same. */
  private static double share(long total, long requests, Ledger ledger) {
    return (double) total * requests / ledger.requests();
  }
}
