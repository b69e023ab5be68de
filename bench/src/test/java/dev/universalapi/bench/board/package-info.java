/// Whether alerts and boards ask for what the code measures, and each alert tells what to do.
@NullMarked
package dev.universalapi.bench.board;

import org.jspecify.annotations.NullMarked;
