package io.github.handshakecost.run;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.handshakecost.environment.SystemFiles;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What the machine has to give before a run.
 *
 * @param cores that this process may use
 * @param memoryBytes of the machine, or of its container
 * @param maxDescriptors files that this process may open, sockets included; empty on Windows, which
 *     has no such limit
 * @param ports for outgoing connections; empty where the system does not tell
 */
record Resources(
    int cores, long memoryBytes, Optional<Long> maxDescriptors, Optional<Ports> ports) {

  static Resources ofThisMachine() {
    final OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Resources(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        system instanceof UnixOperatingSystemMXBean unix
            ? Optional.of(unix.getMaxFileDescriptorCount())
            : Optional.empty(),
        Ports.read(SystemFiles.ofThisMachine()));
  }
}
