package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers the blocks of a report, or of a section of one, in their order. */
final class Document {
  private final List<Block> blocks = new ArrayList<>();

  Document title(String text) {
    return add(new Block.Heading(1, text));
  }

  Document section(String text) {
    return add(new Block.Heading(2, text));
  }

  /** Begins a part of a section. */
  Document part(String text) {
    return add(new Block.Heading(3, text));
  }

  Document paragraph(String text) {
    return add(new Block.Paragraph(text));
  }

  Document quote(String text) {
    return add(new Block.Quote(text));
  }

  /** A list; nothing where there is no item. */
  Document bullets(List<String> items) {
    return items.isEmpty() ? this : add(new Block.Bullets(items));
  }

  Document preformatted(List<String> lines) {
    return add(new Block.Preformatted(lines));
  }

  <T> Document table(List<T> rows, Columns<T> columns) {
    return add(columns.of(rows));
  }

  /** A part with a table for each title, in the order in which the rows have them. */
  <T> Document tables(List<T> rows, Function<T, String> title, Columns<T> columns) {
    rows.stream()
        .collect(Collectors.groupingBy(title, LinkedHashMap::new, Collectors.toList()))
        .forEach((text, alike) -> part(text).table(alike, columns));
    return this;
  }

  Document figure(Block.Picture picture, Block.Table table) {
    return add(new Block.Figure(picture, table));
  }

  Document add(Block block) {
    blocks.add(block);
    return this;
  }

  Document addAll(List<Block> others) {
    blocks.addAll(others);
    return this;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
