package dev.universalapi.gateway.limit.rate;

/// Two neighbouring cells of a fixed length that stand for a window that slides: of the cell before, as much counts as
/// the window still covers. The script that counts in Redis is the same in Lua.
///
/// @param index of the current cell, since 1970
/// @param current calls in it
/// @param previous calls in the one before
public record Window(long index, long current, long previous) {
    public static final Window EMPTY = new Window(0, 0, 0);

    /// The same at a later moment.
    public Window at(long now, long length) {
        var there = now / length;
        if (there <= index) {
            return this;
        }
        return new Window(there, 0, there == index + 1 ? current : 0);
    }

    public Window plusOne() {
        return new Window(index, current + 1, previous);
    }

    /// Calls that still fit in now.
    public long left(long now, long length, long limit) {
        var elapsed = now - index * length;
        return Math.max(0, Math.floorDiv((limit - current) * length - previous * (length - elapsed), length));
    }

    /// Milliseconds until one more fits in; 0 if it does now.
    public long wait(long now, long length, long limit) {
        if (left(now, length, limit) > 0) {
            return 0;
        }
        var elapsed = now - index * length;
        if (current < limit) { // then it is the previous cell that has to fade
            return length - Math.floorDiv((limit - current - 1) * length, previous) - elapsed;
        }
        return length - elapsed + length - Math.floorDiv((limit - 1) * length, current);
    }
}
