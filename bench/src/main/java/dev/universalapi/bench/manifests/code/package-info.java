/// What the checkout says of its parts: their names, ports, settings and modules.
@NullMarked
package dev.universalapi.bench.manifests.code;

import org.jspecify.annotations.NullMarked;
