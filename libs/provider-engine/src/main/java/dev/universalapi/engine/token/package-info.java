/// Access tokens of `oauth2-client` (RFC 6749 4.4): fetched once for all who need one, renewed before they end.
@NullMarked
package dev.universalapi.engine.token;

import org.jspecify.annotations.NullMarked;
