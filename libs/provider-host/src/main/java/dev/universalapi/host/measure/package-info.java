/// What is counted and timed of the engine.
@NullMarked
package dev.universalapi.host.measure;

import org.jspecify.annotations.NullMarked;
