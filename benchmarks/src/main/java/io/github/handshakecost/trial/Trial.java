package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.proof.Evidence;
import io.github.handshakecost.proof.KernelCounters;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.GroupMeasurement;
import io.github.handshakecost.result.GroupMeasurement.ArmMeasurement;
import io.github.handshakecost.result.GroupTask.Arm;
import io.github.handshakecost.result.LinkRecord;
import io.github.handshakecost.result.WarmUpCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a group, measured in one JVM: a fixture, a user for each cell, and iterations of one
 * cell each, which are proven before they count. Everything but the warm-up happens on the thread
 * that calls.
 *
 * <p>Cells of one distance are measured together; who goes to another distance leaves the last one.
 */
public final class Trial implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * An iteration begins with so much of its cell's work unmeasured: after another cell's work it
   * finds cold caches and an idle connection.
   */
  private static final Duration LEAD_IN = Duration.ofMillis(10);

  private final ThreadWatch threads = new ThreadWatch();
  private final List<CellTrial> cells = new ArrayList<>();
  private final TestBed bed;
  private final QuietServer server;
  private final double warmUpSeconds;
  private @Nullable Stage stage;
  private ThreadUsage usageBefore = ThreadUsage.now();
  private Ledger ledgerBefore;
  private @Nullable KernelCounters kernelBefore;
  private int current;

  Trial(List<Subject> subjects, List<Boolean> delayed, TrialOptions options) {
    requireAccounts(subjects.get(0).cell());
    bed = new TestBed(subjects.get(0).settings(), farthest(subjects), options);
    try {
      final HttpsFixture fixture = bed.fixture();
      server = new QuietServer(fixture, QuietServer.WITHIN);
      final long begin = System.nanoTime();
      final WarmUp warmUp = warmUp(subjects, options);
      warmUpSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      final Map<Object, WarmUpCurve> curves = warmUp.curves();
      final Map<Object, String> broken = warmUp.broken();
      for (int i = 0; i < subjects.size(); i++) {
        final Subject subject = subjects.get(i);
        final Object kind = WarmUpArm.kind(subject);
        final CellTrial cell =
            new CellTrial(subject, delayed.get(i), Objects.requireNonNull(curves.get(kind)));
        if (broken.containsKey(kind)) {
          cell.withdraw(Objects.requireNonNull(broken.get(kind)));
        }
        cells.add(cell);
      }
      ledgerBefore = fixture.ledger();
    } catch (IOException e) {
      bed.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  /**
   * Pooled requests join the warm-up of every cell. They run the code of the exchange a hundred
   * times as often as requests that make a handshake first. So a cell reaches the same steady state
   * whether or not a pooled cell is in its group.
   */
  private WarmUp warmUp(List<Subject> subjects, TrialOptions options) throws IOException {
    final Map<Object, Subject> kinds = new LinkedHashMap<>();
    subjects.forEach(subject -> kinds.putIfAbsent(WarmUpArm.kind(subject), subject));
    subjects.stream()
        .map(subject -> subject.origin().with(Axes.POLICY.name(), Policy.POOLED.label()))
        .map(Subject::of)
        .forEach(pooled -> kinds.putIfAbsent(WarmUpArm.kind(pooled), pooled));
    final HttpsFixture fixture = bed.fixture();
    final WarmUp warmUp =
        new WarmUp(
            List.copyOf(kinds.values()),
            bed::user,
            options.warmUp(),
            () -> fixture.ledger().cpuNanos());
    warmUp.onAllCores();
    subjects.get(0).settings().placement().place(fixture);
    warmUp.inPlace();
    return warmUp;
  }

  private static Duration farthest(List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> subject.settings().rtt().time())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** A fork may run in another JVM than the program that asked for it. */
  private static void requireAccounts(String cell) {
    ThreadAccounts.missing()
        .ifPresent(
            sentence -> {
              throw new BrokenPremiseException(cell + ": " + sentence);
            });
  }

  /**
   * Starts the fixture, warms all cells up and places the threads.
   *
   * @param arms of one client, key, server and placement
   * @throws io.github.handshakecost.axis.UsageException if a cell makes no sense
   * @throws BrokenPremiseException if the JVM does not tell what threads use
   */
  public static Trial start(List<Arm> arms, TrialOptions options) {
    return new Trial(
        arms.stream().map(arm -> Subject.of(arm.cell())).toList(),
        arms.stream().map(Arm::delayed).toList(),
        options);
  }

  /** A trial of one cell. */
  public static Trial start(Cell cell, TrialOptions options) {
    return start(List.of(new Arm(cell, true)), options);
  }

  /**
   * Begins an iteration of a cell: from here on, both sides count from nothing.
   *
   * @param cell by its place among the cells, from 0
   * @throws BrokenPremiseException if a request of the lead-in fails, or a connection is open that
   *     no policy keeps
   */
  public void beginIteration(int cell) {
    current = cell;
    final CellTrial next = cells.get(cell);
    enter(next.rtt());
    bed.fixture().holdBack(next.delayed());
    final User user = next.user(bed);
    user.leadIn(LEAD_IN);
    ledgerBefore = server.ledgerWithOpen(next.subject().cell(), keptConnections());
    bed.requireLink();
    user.forget();
    kernelBefore = bed.kernel();
    usageBefore = ThreadUsage.now();
  }

  /** Does the current cell's operation once. Where the link broke, the client's error is vague. */
  public Object perform() {
    try {
      return cells.get(current).user(bed).perform();
    } catch (BrokenPremiseException e) {
      bed.requireLink();
      throw e;
    }
  }

  /**
   * Ends an iteration and proves it.
   *
   * @param counts whether it is measured, or only warms up
   * @throws BrokenPremiseException if the ledger does not show what the policy promises
   */
  public void endIteration(boolean counts) {
    final ThreadUsage usage = ThreadUsage.now().minus(usageBefore);
    final CellTrial cell = cells.get(current);
    final Subject subject = cell.subject();
    final Ledger ledger =
        server.ledgerWithOpen(subject.cell(), keptConnections()).minus(ledgerBefore);
    final KernelCounters kernel = bed.kernel();
    final Evidence evidence =
        cell.user(bed)
            .evidence(
                ledger, kernel == null || kernelBefore == null ? null : kernel.minus(kernelBefore));
    subject.promise().check(subject.cell(), evidence);
    if (stage != null && evidence.kernel() != null) {
      stage.losses += evidence.kernel().losses();
    }
    if (counts) {
      cell.record(cell.user(bed).clock(), usage, evidence);
    }
  }

  private int keptConnections() {
    return cells.stream().mapToInt(CellTrial::keptConnections).sum();
  }

  /** Takes the current cell out of the trial; the others go on. */
  public void withdraw(String sentence) {
    cells.get(current).withdraw(sentence);
  }

  /** Why a cell has been taken out, in a sentence; empty where it has not been. */
  public Optional<String> withdrawn(int cell) {
    return Optional.ofNullable(cells.get(cell).broken());
  }

  /** Warm code goes to another distance, where every user connects again. */
  private void enter(Duration rtt) {
    if (stage != null && stage.rtt.equals(rtt)) {
      return;
    }
    try {
      leave();
      bed.moveTo(rtt);
      stage = new Stage(rtt, bed.calibrate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void leave() throws IOException {
    if (stage == null) {
      return;
    }
    final LinkRecord link = bed.record(stage.calibration, stage.losses);
    for (final CellTrial cell : cells) {
      if (cell.rtt().equals(stage.rtt)) {
        cell.link(link);
        cell.closeUser();
      }
    }
    stage = null;
  }

  /**
   * Ends the trial.
   *
   * @return what was measured; the iterations' means are by the clocks, without residual
   * @throws BrokenPremiseException if a thread is left behind
   */
  public GroupMeasurement finish() throws IOException {
    leave();
    final GroupMeasurement measurement =
        new GroupMeasurement(warmUpSeconds, cells.stream().map(this::measurement).toList());
    close();
    threads.requireNoneLeft(cells.get(0).subject().cell());
    return measurement;
  }

  private ArmMeasurement measurement(CellTrial cell) {
    final Subject subject = cell.subject();
    final LinkRecord link = cell.link();
    final ForkMeasurement measured =
        cell.broken() != null || link == null
            ? null
            : new ForkMeasurement(
                cell.warmUp(),
                cell.iterations(),
                Latencies.of(cell.operations()),
                cell.facts(),
                bed.warnings(),
                link);
    return new ArmMeasurement(subject.origin(), measured, cell.broken());
  }

  @Override
  public void close() throws IOException {
    try {
      for (final CellTrial cell : cells) {
        cell.closeUser();
      }
    } finally {
      bed.close();
    }
  }

  /** Where the trial is at the moment. */
  private static final class Stage {
    private final Duration rtt;
    private final Calibration calibration;
    private long losses;

    Stage(Duration rtt, Calibration calibration) {
      this.rtt = rtt;
      this.calibration = calibration;
    }
  }
}
