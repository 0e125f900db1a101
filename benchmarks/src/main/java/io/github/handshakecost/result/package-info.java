/** The saved files of a run: immutable records, and the directory that holds them. */
@NullMarked
package io.github.handshakecost.result;

import org.jspecify.annotations.NullMarked;
