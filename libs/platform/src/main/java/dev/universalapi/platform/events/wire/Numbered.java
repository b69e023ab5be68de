package dev.universalapi.platform.events.wire;

/// The number of a metered event.
///
/// @param producer the process that numbers
/// @param sequence from 1, without a gap for each producer and topic
public record Numbered(String producer, long sequence) {
    private static final int DIGITS = 19;

    /// As CloudEvents has it: texts that sort as the numbers do.
    String padded() {
        var digits = Long.toString(sequence);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
