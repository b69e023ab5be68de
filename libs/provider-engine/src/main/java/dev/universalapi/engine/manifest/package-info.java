/// Providers as data: reads and checks `provider.yml`.
@NullMarked
package dev.universalapi.engine.manifest;

import org.jspecify.annotations.NullMarked;
