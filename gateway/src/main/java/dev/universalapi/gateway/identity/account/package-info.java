/// Whom keys belong to, as auth-service knows and as it is remembered here.
@NullMarked
package dev.universalapi.gateway.identity.account;

import org.jspecify.annotations.NullMarked;
