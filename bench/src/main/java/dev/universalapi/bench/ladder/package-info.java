/// The proof `ladder`: the engine under faults, load, quotas and a lost store.
@NullMarked
package dev.universalapi.bench.ladder;

import org.jspecify.annotations.NullMarked;
