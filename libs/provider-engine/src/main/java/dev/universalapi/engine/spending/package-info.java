/// What calls take of a provider's quotas, and what they cost.
@NullMarked
package dev.universalapi.engine.spending;

import org.jspecify.annotations.NullMarked;
