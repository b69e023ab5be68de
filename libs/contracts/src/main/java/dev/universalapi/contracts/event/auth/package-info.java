/// What happens in auth-service: who came, who may what, who may no longer.
@NullMarked
package dev.universalapi.contracts.event.auth;

import org.jspecify.annotations.NullMarked;
