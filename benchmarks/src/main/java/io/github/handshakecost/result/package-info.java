/** What a run leaves behind: immutable records and the directory that holds them. */
@NullMarked
package io.github.handshakecost.result;

import org.jspecify.annotations.NullMarked;
