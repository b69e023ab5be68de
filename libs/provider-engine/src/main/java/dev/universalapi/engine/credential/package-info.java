/// With whose key a provider is asked: the operator's, or an organisation's own.
@NullMarked
package dev.universalapi.engine.credential;

import org.jspecify.annotations.NullMarked;
