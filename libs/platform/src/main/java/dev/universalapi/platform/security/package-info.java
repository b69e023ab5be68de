/// Who calls: the form of API keys, and the internal token that services demand.
@NullMarked
package dev.universalapi.platform.security;

import org.jspecify.annotations.NullMarked;
