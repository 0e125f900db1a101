package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.LinkSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** The links that forks measured over, by nominal round-trip time. */
final class Links {
  private Links() {}

  static List<LinkSummary> of(List<ForkRecord> forks) {
    final Map<String, List<LinkRecord>> links = new LinkedHashMap<>();
    forks.stream()
        .sorted(Comparator.comparingDouble(fork -> link(fork).nominal()))
        .forEach(
            fork ->
                links
                    .computeIfAbsent(fork.cell().param(AxisNames.RTT), rtt -> new ArrayList<>())
                    .add(link(fork)));
    return links.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
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
        shortened(links.stream().map(LinkRecord::shortened)));
  }

  private static @Nullable Double shortened(Stream<@Nullable Double> forks) {
    final double[] known =
        forks.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
    return known.length == 0 ? null : Median.withDefaults().evaluate(known);
  }

  private static double median(List<LinkRecord> links, ToDoubleFunction<LinkRecord> figure) {
    return Median.withDefaults().evaluate(links.stream().mapToDouble(figure).toArray());
  }

  private static LinkRecord link(ForkRecord fork) {
    return fork.measurement().link();
  }
}
