@NullMarked
package dev.universalapi.engine.request;

import org.jspecify.annotations.NullMarked;
