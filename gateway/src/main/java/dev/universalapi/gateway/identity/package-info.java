/// Who calls: the key, and the internal token that is made of it.
@NullMarked
package dev.universalapi.gateway.identity;

import org.jspecify.annotations.NullMarked;
