/// What was done to an organisation's security, by whom, in a chain that shows every change to it.
@NullMarked
package dev.universalapi.auth.audit;

import org.jspecify.annotations.NullMarked;
