/** The command line: options, messages about their mistakes, and exit codes. */
@NullMarked
package io.github.handshakecost.cli;

import org.jspecify.annotations.NullMarked;
