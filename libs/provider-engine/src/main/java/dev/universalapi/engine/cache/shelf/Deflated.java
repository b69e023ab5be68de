package dev.universalapi.engine.cache.shelf;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes made shorter, by the fastest that the JDK has: answers are JSON, and come to a fifth.
final class Deflated {
    private static final int CHUNK = 8_192;

    private Deflated() {}

    static byte[] of(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            var shorter = new ByteArrayOutputStream(plain.length / 2 + 64);
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                shorter.write(chunk, 0, deflater.deflate(chunk));
            }
            return shorter.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// @param most bytes that it may come to, so that no few bytes become a gigabyte
    static byte[] plain(byte[] deflated, int most) throws MismatchException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            var plain = new ByteArrayOutputStream(deflated.length * 4);
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                var length = inflater.inflate(chunk);
                if (length == 0 || plain.size() + length > most) {
                    throw new MismatchException("cut off, or too long");
                }
                plain.write(chunk, 0, length);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new MismatchException("not deflated", e);
        } finally {
            inflater.end();
        }
    }
}
