/// Days and spans of days, as they are said.
@NullMarked
package dev.universalapi.search.intent.slot.day;

import org.jspecify.annotations.NullMarked;
