/// What can be typed after `./universal`.
@NullMarked
package dev.universalapi.launcher.command;

import org.jspecify.annotations.NullMarked;
