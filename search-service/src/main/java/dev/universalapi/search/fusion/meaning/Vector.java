package dev.universalapi.search.fusion.meaning;

/// Which way a text points in the space of meanings. Each part is a byte: a quarter of the memory, and the cosine is
/// the same to half a hundredth.
public final class Vector {
    private final byte[] parts;
    private final double length;

    private Vector(byte[] parts) {
        this.parts = parts;
        this.length = Math.sqrt(dot(parts, parts));
    }

    static Vector of(float[] values) {
        var most = 0f;
        for (var value : values) {
            most = Math.max(most, Math.abs(value));
        }
        var parts = new byte[values.length];
        for (var at = 0; at < parts.length; at++) {
            parts[at] = most == 0 ? 0 : (byte) Math.round(values[at] / most * Byte.MAX_VALUE);
        }
        return new Vector(parts);
    }

    /// How alike two texts are in what they mean, -1 to 1; 0 where one means nothing.
    public double cosine(Vector other) {
        return length == 0 || other.length == 0 ? 0 : dot(parts, other.parts) / (length * other.length);
    }

    private static int dot(byte[] one, byte[] other) {
        var sum = 0;
        for (var at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }
}
