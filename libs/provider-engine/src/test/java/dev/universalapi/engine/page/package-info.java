@NullMarked
package dev.universalapi.engine.page;

import org.jspecify.annotations.NullMarked;
