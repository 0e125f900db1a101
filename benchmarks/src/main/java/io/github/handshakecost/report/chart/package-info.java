/** Pictures of a report, as SVG: one renderer for files and for the page, the same bytes always. */
@NullMarked
package io.github.handshakecost.report.chart;

import org.jspecify.annotations.NullMarked;
