/// The proof `first-answer`: the suite comes up, answers through its gateway, and survives its faults.
@NullMarked
package dev.universalapi.bench.answer;

import org.jspecify.annotations.NullMarked;
