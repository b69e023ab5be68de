/// Answers gateways: whose key is it, and what may it do.
@NullMarked
package dev.universalapi.auth.key.lookup;

import org.jspecify.annotations.NullMarked;
