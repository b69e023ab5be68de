/// Children: started, watched, restarted, ended, and never left behind.
@NullMarked
package dev.universalapi.launcher.process;

import org.jspecify.annotations.NullMarked;
