/// Long lists, page by page: where a caller is in one, what is asked of the provider there, and the opaque cursor
/// that leads on.
@NullMarked
package dev.universalapi.engine.page;

import org.jspecify.annotations.NullMarked;
