/** From saved forks to figures that can be defended: intervals, ratios, costs, warnings. */
@NullMarked
package io.github.handshakecost.stats;

import org.jspecify.annotations.NullMarked;
