/// How each provider and each of its credentials stands, by what this process has seen of them.
@NullMarked
package dev.universalapi.engine.standing;

import org.jspecify.annotations.NullMarked;
