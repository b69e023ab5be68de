/// What the system before this one answered, beside what this one does: `docs/parity.md`, and whether it is true.
@NullMarked
package dev.universalapi.bench.parity;

import org.jspecify.annotations.NullMarked;
