@NullMarked
package dev.universalapi.engine.manifest;

import org.jspecify.annotations.NullMarked;
