package io.github.handshakecost.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.LinkSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** The links that forks measured over, by nominal round-trip time. */
final class Links {
  private Links() {}

  static List<LinkSummary> of(List<ForkRecord> forks) {
    final Map<String, List<ForkRecord>> byRtt =
        forks.stream()
            .sorted(Comparator.comparingDouble(fork -> fork.measurement().link().nominal()))
            .collect(
                groupingBy(fork -> fork.cell().param(AxisNames.RTT), LinkedHashMap::new, toList()));
    return byRtt.entrySet().stream().map(rtt -> of(rtt.getKey(), links(rtt.getValue()))).toList();
  }

  /** The cells of a JVM share its link, and each of their records has all that it carried. */
  private static List<LinkRecord> links(List<ForkRecord> forks) {
    final Map<ForkRecord.Jvm, LinkRecord> byJvm = new LinkedHashMap<>();
    forks.forEach(fork -> byJvm.put(fork.jvm(), fork.measurement().link()));
    return List.copyOf(byJvm.values());
  }

  private static LinkSummary of(String rtt, List<LinkRecord> links) {
    final double[] connects = links.stream().mapToDouble(LinkRecord::connect).sorted().toArray();
    return new LinkSummary(
        rtt,
        links.size(),
        median(links, LinkRecord::connect),
        new Interval(connects[0], connects[connects.length - 1]),
        median(links, LinkRecord::connectP95),
        median(links, LinkRecord::echo),
        links.stream().mapToLong(LinkRecord::packets).sum(),
        links.stream().mapToLong(LinkRecord::late).sum(),
        links.stream().mapToInt(LinkRecord::discarded).sum(),
        shortened(links));
  }

  private static @Nullable Double shortened(List<LinkRecord> links) {
    final List<LinkRecord> known = links.stream().filter(link -> link.shortened() != null).toList();
    return known.isEmpty() ? null : median(known, link -> Objects.requireNonNull(link.shortened()));
  }

  private static double median(List<LinkRecord> links, ToDoubleFunction<LinkRecord> figure) {
    return Median.withDefaults().evaluate(links.stream().mapToDouble(figure).toArray());
  }
}
