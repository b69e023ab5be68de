/// Limits that an organisation sets itself, a project or a key, beside those of its plan.
@NullMarked
package dev.universalapi.auth.limit;

import org.jspecify.annotations.NullMarked;
