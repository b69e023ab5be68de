/// What all administration has in common over HTTP: ids, tags, pages, creations that are asked for twice.
@NullMarked
package dev.universalapi.auth.request;

import org.jspecify.annotations.NullMarked;
