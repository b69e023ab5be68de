@NullMarked
package dev.universalapi.bench.operations;

import org.jspecify.annotations.NullMarked;
