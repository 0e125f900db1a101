package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a group, measured in one JVM: a server, a user for each cell, and iterations of one
 * cell each, which are proven before they count. One thread begins and ends iterations; as many
 * threads as the cell has users perform its operation.
 */
public final class Trial implements AutoCloseable {
  /** The exit code of a fork that stood still. */
  public static final int STOOD_STILL = 70;

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * An iteration begins with so much unmeasured work of its cell: after another cell's work, caches
   * are cold and its connection is idle.
   */
  private static final Duration LEAD_IN = Duration.ofMillis(10);

  private final ThreadWatch threads = new ThreadWatch();
  private final ClockWatch clocks = new ClockWatch();
  private final List<CellTrial> cells = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final TestBed bed;
  private final double warmUpSeconds;
  private final StallGuard guard;
  private final ClientThreads clientThreads;
  private final Stages stages;
  private ClientThreads.@Nullable Snapshot snapshotBefore;
  private @Nullable Ledger ledgerBefore;
  private @Nullable KernelCounters kernelBefore;
  private int current;
  private @Nullable User working;

  Trial(List<CellPlan> plans, List<Boolean> delayed, TrialOptions options) {
    // The fork may run in another JVM than the program that checked its own.
    ThreadUsage.missing()
        .ifPresent(
            sentence -> {
              throw new BrokenPremiseException(plans.get(0).label() + ": " + sentence);
            });
    // Before the server loads TLS code of the JDK, which reads the groups then.
    NamedGroups.offer(plans.get(0).settings().get(Axes.GROUP));
    bed =
        new TestBed(
            plans.stream()
                .flatMap(plan -> Stream.of(plan, plan.forWarmUp()))
                .map(CellPlan::settings)
                .toList(),
            options);
    stages = new Stages(bed, cells);
    guard =
        new StallGuard(
            StallGuard.LIMIT.plus(options.warmUp()), () -> Runtime.getRuntime().halt(STOOD_STILL));
    try {
      // A server's thread starts with its first task.
      bed.servers().all().forEach(server -> server.onServerThreads(() -> {}));
      clientThreads = new ClientThreads();
      final long begin = System.nanoTime();
      final WarmUp warmUp = WarmUp.of(plans, bed, options.warmUp());
      warmUpSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      for (int i = 0; i < plans.size(); i++) {
        cells.add(
            new CellTrial(plans.get(i), delayed.get(i), warmUp.arm(plans.get(i).forWarmUp())));
      }
    } catch (IOException e) {
      bed.close();
      guard.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      bed.close();
      guard.close();
      throw e;
    }
  }

  /**
   * Starts the server, warms all cells up and places the threads.
   *
   * @param arms of one client, key, server and placement
   * @throws io.github.handshakecost.axis.UsageException if a cell makes no sense
   * @throws BrokenPremiseException if the JVM does not measure its threads
   */
  public static Trial start(List<Arm> arms, TrialOptions options) {
    return new Trial(
        arms.stream().map(arm -> CellPlan.of(arm.cell())).toList(),
        arms.stream().map(Arm::delayed).toList(),
        options);
  }

  /** A trial of one cell. */
  public static Trial start(Cell cell, TrialOptions options) {
    return start(List.of(new Arm(cell, true)), options);
  }

  /**
   * Makes the calling thread a user, before the first iteration. The first user starts the trial.
   */
  public void addUser() {
    clientThreads.addUser();
  }

  /**
   * Begins an iteration of a cell: from here on, both sides count from 0.
   *
   * @param cell by its place among the cells, from 0
   * @throws BrokenPremiseException if a request of the lead-in fails, or a connection is open that
   *     no policy keeps
   */
  public void beginIteration(int cell) {
    onLink(
        () -> {
          begin(cell);
          return cell;
        });
  }

  private void begin(int cell) {
    guard.sign();
    cells.forEach(CellTrial::closeWithdrawn);
    current = cell;
    final CellTrial next = cells.get(cell);
    stages.enter(next.rtt());
    bed.servers().of(next.plan().settings()).holdBack(next.delayed());
    final User user = next.user(bed);
    user.leadIn(LEAD_IN);
    closeUnlessIdle(next);
    ledgerBefore = quiescent(next);
    bed.requireLink();
    user.reset();
    kernelBefore = bed.kernel();
    working = user;
    snapshotBefore = hasOwnThreads(next) ? clientThreads.before() : null;
  }

  private static boolean hasOwnThreads(CellTrial cell) {
    return cell.plan().traits().contains(ClientTrait.OWN_THREADS);
  }

  /** Performs the current cell's operation once, on the calling thread. */
  public Object perform() {
    return perform(true);
  }

  /**
   * The same.
   *
   * @param timed whether all users are at work, so that its time counts; its requests do in any
   *     case
   */
  public Object perform(boolean timed) {
    return onLink(() -> Objects.requireNonNull(working).perform(timed));
  }

  /** If the link broke, that says more than the error that followed. */
  private <T> T onLink(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      bed.requireLink();
      throw e;
    }
  }

  /**
   * Ends an iteration and proves it.
   *
   * @param counts whether it is measured, or only warms up
   * @return the iteration, without residual
   * @throws BrokenPremiseException if a count is not as the policy says
   */
  public IterationRecord endIteration(boolean counts) {
    guard.sign();
    final User user = Objects.requireNonNull(working);
    final ThreadUsage usage =
        snapshotBefore == null ? user.usage() : clientThreads.since(snapshotBefore);
    final int alive = clientThreads.alive();
    final CellTrial cell = cells.get(current);
    final String label = cell.plan().label();
    closeUnlessIdle(cell);
    final Ledger ledger = quiescent(cell).minus(Objects.requireNonNull(ledgerBefore));
    final KernelCounters kernel = bed.kernel();
    final Evidence evidence =
        user.evidence(
            ledger, kernel == null || kernelBefore == null ? null : kernel.minus(kernelBefore));
    evidence.check(label, cell.plan().expected(), cell.plan().traits(), cell.plan().streams());
    final IterationRecord iteration = cell.iteration(user.clock(), usage, alive, evidence);
    if (counts) {
      stages.add(evidence.kernel());
      cell.record(iteration, user.clock().operations(), user.pausedNanos());
    }
    user.endConnection();
    return iteration;
  }

  /** A connection that the server is to close must be open while an iteration begins and ends. */
  private void closeUnlessIdle(CellTrial cell) {
    if (!cell.plan().expected().closedByServer()) {
      cell.user(bed).endConnection();
    }
  }

  /** The ledger of a cell's server, when only the kept connections of its cells are open. */
  private Ledger quiescent(CellTrial cell) {
    final HttpsFixture server = bed.servers().of(cell.plan().settings());
    final int kept =
        cells.stream()
            .filter(other -> bed.servers().of(other.plan().settings()).equals(server))
            .mapToInt(other -> other.keptConnections(other.equals(cell)))
            .sum();
    return new QuiescentLedger(server).withOpen(cell.plan().label(), kept);
  }

  /**
   * Takes the current cell out of the trial; the other cells go on. Its user is closed when the
   * next iteration begins, as other threads may still be at work.
   */
  public void withdraw(String sentence) {
    cells.get(current).withdraw(sentence);
  }

  /** Why a cell has been taken out, in a sentence; empty if it has not been. */
  public Optional<String> withdrawn(int cell) {
    return Optional.ofNullable(cells.get(cell).broken());
  }

  /** Weighs the clients that cells keep on loopback. No iteration follows. */
  public void weighClients() throws IOException {
    stages.leave();
    bed.moveTo(Duration.ZERO);
    for (final CellTrial cell : cells) {
      cell.weigh(bed, clientThreads).ifPresent(warnings::add);
    }
  }

  /**
   * Ends the trial.
   *
   * @return the measurement; the iterations' means are by the clocks, without residual
   * @throws BrokenPremiseException if a thread is left behind
   */
  public GroupMeasurement finish() throws IOException {
    stages.leave();
    warnings.addAll(bed.warnings());
    clocks.jump().ifPresent(warnings::add);
    final GroupMeasurement measurement =
        new GroupMeasurement(
            warmUpSeconds, cells.stream().map(cell -> cell.measurement(warnings)).toList());
    close();
    threads.requireNoneLeft(cells.get(0).plan().label());
    return measurement;
  }

  @Override
  public void close() throws IOException {
    try {
      for (final CellTrial cell : cells) {
        cell.closeUser();
      }
    } finally {
      bed.close();
      guard.close();
    }
  }
}
