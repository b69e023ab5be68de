@NullMarked
package dev.universalapi.engine.yaml;

import org.jspecify.annotations.NullMarked;
