/// What the stores keep, in one file that tells whether it is whole.
@NullMarked
package dev.universalapi.launcher.archive;

import org.jspecify.annotations.NullMarked;
