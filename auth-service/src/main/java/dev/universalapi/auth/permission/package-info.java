/// What a caller must be allowed for each route, and what roles allow.
@NullMarked
package dev.universalapi.auth.permission;

import org.jspecify.annotations.NullMarked;
