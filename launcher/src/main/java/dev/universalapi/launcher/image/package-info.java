/// Makes images of the parts, and the secrets that containers of them are given.
@NullMarked
package dev.universalapi.launcher.image;

import org.jspecify.annotations.NullMarked;
