/// What happens in auth-service.
@NullMarked
package dev.universalapi.contracts.event.auth;

import org.jspecify.annotations.NullMarked;
