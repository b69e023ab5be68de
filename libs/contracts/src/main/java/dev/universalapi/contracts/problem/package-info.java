/// What can go wrong, by name: one constant a problem type, one page each in `docs/problems`.
@NullMarked
package dev.universalapi.contracts.problem;

import org.jspecify.annotations.NullMarked;
