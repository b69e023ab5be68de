/// Sport: who plays whom, how they stand, and who they are.
@NullMarked
package dev.universalapi.providers.sport;

import org.jspecify.annotations.NullMarked;
