/// The first key of an installation, and the key pair its gateway signs with.
@NullMarked
package dev.universalapi.launcher.identity;

import org.jspecify.annotations.NullMarked;
