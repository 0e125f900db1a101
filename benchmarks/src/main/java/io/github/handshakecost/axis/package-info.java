/** What a user can turn: one enum for each axis, its constants factories of what they stand for. */
@NullMarked
package io.github.handshakecost.axis;

import org.jspecify.annotations.NullMarked;
