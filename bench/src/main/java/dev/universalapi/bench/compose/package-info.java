/// The proof `compose`: images of the parts, and docker-compose.yml with them, where a Docker engine is found.
@NullMarked
package dev.universalapi.bench.compose;

import org.jspecify.annotations.NullMarked;
