/// Exchange rates between currencies: the latest, those of days past, and amounts converted by them.
@NullMarked
package dev.universalapi.providers.exchange;

import org.jspecify.annotations.NullMarked;
