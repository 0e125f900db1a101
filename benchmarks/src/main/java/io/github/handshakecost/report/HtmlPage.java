package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of a page, as its template needs it.
 *
 * @param policy of the page's content ({@code Content-Security-Policy})
 * @param style the style sheet
 * @param intro what stands before the first section
 */
record HtmlPage(
    String title, String policy, String style, List<Block> intro, List<Section> sections) {

  /** A section below its heading. */
  record Section(String id, String title, List<Block> blocks) {}

  /** A page of these blocks: a title, and a section for each heading of level 2. */
  static HtmlPage of(List<Block> blocks, String policy, String style) {
    final List<Block> intro = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    String title = "";
    List<Block> open = intro;
    for (final Block block : blocks) {
      if (block instanceof Block.Heading heading && heading.level() == 1) {
        title = heading.text();
      } else if (block instanceof Block.Heading heading && heading.level() == 2) {
        open = new ArrayList<>();
        sections.add(new Section("s" + (sections.size() + 1), heading.text(), open));
      } else {
        open.add(block);
      }
    }
    return new HtmlPage(title, policy, style, intro, sections);
  }
}
