/// Asks providers: one question in, one answer out, whoever gives it. Blocking code for virtual threads; no
/// ambient context.
@NullMarked
package dev.universalapi.engine;

import org.jspecify.annotations.NullMarked;
