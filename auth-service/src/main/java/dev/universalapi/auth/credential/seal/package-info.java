/// Seals what must not be read where it is kept.
@NullMarked
package dev.universalapi.auth.credential.seal;

import org.jspecify.annotations.NullMarked;
