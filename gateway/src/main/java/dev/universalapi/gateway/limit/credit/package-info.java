/// What is counted ahead of the calls that use it.
@NullMarked
package dev.universalapi.gateway.limit.credit;

import org.jspecify.annotations.NullMarked;
