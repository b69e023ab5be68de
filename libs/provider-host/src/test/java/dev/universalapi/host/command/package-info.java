@NullMarked
package dev.universalapi.host.command;

import org.jspecify.annotations.NullMarked;
