/// Exchange rates between currencies: the latest, and those of days past.
@NullMarked
package dev.universalapi.providers.exchange;

import org.jspecify.annotations.NullMarked;
