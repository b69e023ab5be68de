/// What kinds of questions there are, and in what forms they are answered.
@NullMarked
package dev.universalapi.engine.kind;

import org.jspecify.annotations.NullMarked;
