/** The plan of cells, the rounds, the stopping rule. */
@NullMarked
package io.github.handshakecost.run;

import org.jspecify.annotations.NullMarked;
