/** What the server's ledger must show before a number may be published, and the check. */
@NullMarked
package io.github.handshakecost.proof;

import org.jspecify.annotations.NullMarked;
