package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Of a table that has a row for each {@code T}: heads, and the text that each shows of a row. */
final class Columns<T> {
  private final List<String> heads = new ArrayList<>();
  private final List<Function<T, String>> texts = new ArrayList<>();

  Columns<T> add(String head, Function<T, String> text) {
    heads.add(head);
    texts.add(text);
    return this;
  }

  /** The table of these rows. */
  Block.Table of(List<T> rows) {
    return new Block.Table(
        heads, rows.stream().map(row -> texts.stream().map(it -> it.apply(row)).toList()).toList());
  }
}
