/// Expressions of the manifest language: parsed once, evaluated often, in time linear in their input.
@NullMarked
package dev.universalapi.engine.expression;

import org.jspecify.annotations.NullMarked;
