/// What operators have switched off for everybody.
@NullMarked
package dev.universalapi.engine.switching;

import org.jspecify.annotations.NullMarked;
