/** The command line: one class for each subcommand, and nothing else that ends the program. */
@NullMarked
package io.github.handshakecost.cli;

import org.jspecify.annotations.NullMarked;
