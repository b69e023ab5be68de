/// What the edge answers itself: the API as a file and as a page, the problem pages, its health, its version.
@NullMarked
package dev.universalapi.gateway.page;

import org.jspecify.annotations.NullMarked;
