/// The service's database: rows of one organisation to who serves it, all rows to the few that must see them.
@NullMarked
package dev.universalapi.platform.tenant;

import org.jspecify.annotations.NullMarked;
