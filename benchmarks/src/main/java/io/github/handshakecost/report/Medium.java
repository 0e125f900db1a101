package io.github.handshakecost.report;

/** Where a report is read, which decides how much of it there is room for. */
enum Medium {
  /** Text: no pictures, but bars of letters. */
  CONSOLE,
  /** A document with pictures, and a table of their figures under each. */
  PAGE
}
