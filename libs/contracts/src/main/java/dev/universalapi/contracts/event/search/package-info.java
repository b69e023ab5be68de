/// What happens in search-service, and wherever else providers are asked.
@NullMarked
package dev.universalapi.contracts.event.search;

import org.jspecify.annotations.NullMarked;
