/** Where a run took place: what a reader has to know of the machine to judge its numbers. */
@NullMarked
package io.github.handshakecost.environment;

import org.jspecify.annotations.NullMarked;
