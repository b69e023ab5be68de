/// Whether an installation is fit to serve others: `doctor --production`.
@NullMarked
package dev.universalapi.launcher.production;

import org.jspecify.annotations.NullMarked;
