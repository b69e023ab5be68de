/// `./universal doctor --providers`: one real call to each provider, and what came of it.
@NullMarked
package dev.universalapi.bench.doctor;

import org.jspecify.annotations.NullMarked;
