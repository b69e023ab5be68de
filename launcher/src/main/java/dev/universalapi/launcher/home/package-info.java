/// The folder that belongs to one installation, `.universal`, and what must be right with it.
@NullMarked
package dev.universalapi.launcher.home;

import org.jspecify.annotations.NullMarked;
