/// How a host asks auth-service.
@NullMarked
package dev.universalapi.host.account;

import org.jspecify.annotations.NullMarked;
