/// The language inside a manifest: expressions, requests made of queries, answers made of bodies.
@NullMarked
package dev.universalapi.engine.mapping;

import org.jspecify.annotations.NullMarked;
