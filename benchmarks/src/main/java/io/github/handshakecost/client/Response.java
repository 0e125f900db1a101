package io.github.handshakecost.client;

/** A response read to its end. The body is the caller's to keep. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying would be measured
public record Response(int status, byte[] body) {}
