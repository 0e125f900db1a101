package io.github.handshakecost.trial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.management.ThreadMXBean;
import io.github.handshakecost.client.CountedThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The users and all threads that clients start: their CPU time and allocation, also of those that
 * have ended. Linux counts the CPU time of the process and of each thread exactly
 * (clock_gettime(2)); the clients' is what is left without the threads that were there before them
 * and without the JVM's compilers and collectors.
 */
final class ClientThreads {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String TOTAL = "TotalThreadAllocatedBytes";
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final Path CALLING_TASK = Path.of("/proc/thread-self");

  /** Names of threads that a HotSpot JVM starts and ends when it likes. */
  private static final List<String> OF_THE_JVM = List.of("C1 ", "C2 ", "GC ", "G1 ");

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int PROCESS_CLOCK = 2;

  /** {@code MAKE_THREAD_CPUCLOCK} with {@code CPUCLOCK_SCHED} (Linux, posix-timers_types.h). */
  private static final int THREAD_CLOCK = 4 | 2;

  private static final int THREAD_SHIFT = 3;

  private final Set<Integer> otherTasks = ConcurrentHashMap.newKeySet();
  private final Set<Long> otherThreads = ConcurrentHashMap.newKeySet();
  private final Set<Long> users = ConcurrentHashMap.newKeySet();

  /** Threads that are alive now are no client's, but for the calling one, which is a user. */
  ClientThreads() {
    otherThreads.addAll(threads());
    if (Platform.isLinux()) {
      otherTasks.addAll(tasks());
    }
    addUser();
  }

  /** From now on, what the calling thread uses is that of a client. */
  void addUser() {
    final long thread = Thread.currentThread().getId();
    users.add(thread);
    otherThreads.remove(thread);
    if (Platform.isLinux()) {
      otherTasks.remove(callingTask());
    }
  }

  /**
   * Figures at one moment.
   *
   * @param process CPU time of all threads, in nanoseconds
   * @param others of those threads that are no client's
   * @param allocated by thread or, from JDK 21 on, by the whole JVM and by the other threads
   */
  record Snapshot(long process, Map<Integer, Long> others, Map<Long, Long> allocated) {}

  /** Reads the process last, so that reading costs the clients nothing. */
  Snapshot before() {
    CountedThreads.takeEnded();
    final Map<Integer, Long> others = others();
    final Map<Long, Long> allocated = allocated();
    return new Snapshot(cpuNanos(PROCESS_CLOCK), others, allocated);
  }

  /** What clients and users used since then. */
  ThreadUsage since(Snapshot before) {
    long cpu = cpuNanos(PROCESS_CLOCK) - before.process;
    final Map<Long, Long> allocated = allocated();
    for (final Map.Entry<Integer, Long> other : others().entrySet()) {
      cpu -= other.getValue() - before.others.getOrDefault(other.getKey(), 0L);
    }
    long bytes = 0;
    for (final Map.Entry<Long, Long> thread : allocated.entrySet()) {
      final long more = thread.getValue() - before.allocated.getOrDefault(thread.getKey(), 0L);
      bytes += otherThreads.contains(thread.getKey()) ? -more : more;
    }
    return new ThreadUsage(cpu, bytes);
  }

  /** The live threads of clients, without the users. */
  int alive() {
    final Set<Long> alive = threads();
    alive.removeAll(otherThreads);
    alive.removeAll(users);
    return alive.size();
  }

  private static Set<Long> threads() {
    final Set<Long> ids = new HashSet<>();
    Arrays.stream(THREADS.getAllThreadIds()).forEach(ids::add);
    return ids;
  }

  /**
   * Allocation by thread, in bytes. From JDK 21 on the JVM's total stands for the clients' threads,
   * under the id 0, which no thread has, and the other threads are to be subtracted.
   */
  private Map<Long, Long> allocated() {
    final Map<Long, Long> bytes = new HashMap<>();
    final Set<Long> counted = threads();
    final long total = total();
    if (total > 0) {
      counted.retainAll(otherThreads);
      bytes.put(0L, total);
    } else {
      counted.removeAll(otherThreads);
      bytes.putAll(CountedThreads.takeEnded());
    }
    for (final long id : counted) {
      final long allocated = THREADS.getThreadAllocatedBytes(id);
      if (allocated >= 0) {
        bytes.put(id, allocated);
      }
    }
    return bytes;
  }

  /** By all threads of the JVM, live and ended; 0 before JDK 21, which does not count that. */
  private static long total() {
    try {
      final Object total =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), TOTAL);
      return (long) total;
    } catch (JMException beforeJdk21) {
      return 0;
    }
  }

  /** Reads the clocks one right after the other, because a compiler may be running. */
  private Map<Integer, Long> others() {
    final Set<Integer> tasks = tasks();
    tasks.removeIf(task -> !otherTasks.contains(task) && !isOfTheJvm(task));
    final Map<Integer, Long> nanos = new HashMap<>();
    for (final int task : tasks) {
      try {
        nanos.put(task, cpuNanos((~task << THREAD_SHIFT) | THREAD_CLOCK));
      } catch (LastErrorException ended) {
        // Then it used nothing that can be told.
      }
    }
    return nanos;
  }

  private static boolean isOfTheJvm(int task) {
    try {
      final String name = Files.readString(TASKS.resolve(task + "/comm"));
      return OF_THE_JVM.stream().anyMatch(name::startsWith);
    } catch (IOException ended) {
      return false;
    }
  }

  private static Set<Integer> tasks() {
    final Set<Integer> tasks = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(TASKS)) {
      all.forEach(task -> tasks.add(number(task)));
    } catch (IOException e) {
      throw new UncheckedIOException("the threads of this process cannot be listed", e);
    }
    return tasks;
  }

  private static int callingTask() {
    try {
      return number(Files.readSymbolicLink(CALLING_TASK));
    } catch (IOException e) {
      throw new UncheckedIOException("the calling thread is not to be found in /proc", e);
    }
  }

  private static int number(Path task) {
    return Integer.parseInt(task.getName(task.getNameCount() - 1).toString());
  }

  private static long cpuNanos(int clock) {
    final long[] time = new long[2];
    Clocks.LIBC.clock_gettime(clock, time);
    return time[0] * NANOS_PER_SECOND + time[1];
  }

  @SuppressWarnings("MemberName") // JNA finds a function by the name of its method.
  interface Clocks extends Library {
    Clocks LIBC = Native.load(Platform.C_LIBRARY_NAME, Clocks.class);

    /** {@code struct timespec} is two C {@code long}s. */
    int clock_gettime(int clock, long[] time) throws LastErrorException;
  }
}
