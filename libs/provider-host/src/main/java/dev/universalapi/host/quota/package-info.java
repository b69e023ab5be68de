/// What the counting of quotas needs of its surroundings.
@NullMarked
package dev.universalapi.host.quota;

import org.jspecify.annotations.NullMarked;
