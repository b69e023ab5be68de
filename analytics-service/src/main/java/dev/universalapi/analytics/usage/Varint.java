package dev.universalapi.analytics.usage;

import java.nio.ByteBuffer;

/// Numbers from 0 on, 7 bits a byte, the lowest first.
final class Varint {
    static final int LONGEST = 9;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private Varint() {}

    static void write(ByteBuffer bytes, long number) {
        var rest = number;
        while (rest >= MORE) {
            bytes.put((byte) (rest & (MORE - 1) | MORE));
            rest >>>= BITS;
        }
        bytes.put((byte) rest);
    }

    static long read(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += BITS) {
            var part = bytes.get();
            number |= (long) (part & (MORE - 1)) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }
}
