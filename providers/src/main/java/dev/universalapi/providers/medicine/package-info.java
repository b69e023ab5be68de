/// Medicine: drugs, trials, outbreaks and proteins. Information, never advice.
@NullMarked
package dev.universalapi.providers.medicine;

import org.jspecify.annotations.NullMarked;
