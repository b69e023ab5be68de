/// What happened to a question: who was a candidate, who was asked, and what came of it.
@NullMarked
package dev.universalapi.engine.receipt;

import org.jspecify.annotations.NullMarked;
