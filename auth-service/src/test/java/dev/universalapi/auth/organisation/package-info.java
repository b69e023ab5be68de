@NullMarked
package dev.universalapi.auth.organisation;

import org.jspecify.annotations.NullMarked;
