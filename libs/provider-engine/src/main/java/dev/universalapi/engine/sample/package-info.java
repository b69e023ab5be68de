/// Recorded or documented exchanges with a provider, and what we make of them: `samples.yml`.
@NullMarked
package dev.universalapi.engine.sample;

import org.jspecify.annotations.NullMarked;
