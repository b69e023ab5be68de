/// Programs of others that keep something: carried in the launcher's jar, unpacked and set up in the home.
@NullMarked
package dev.universalapi.launcher.store;

import org.jspecify.annotations.NullMarked;
