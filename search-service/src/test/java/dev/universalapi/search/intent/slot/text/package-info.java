@NullMarked
package dev.universalapi.search.intent.slot.text;

import org.jspecify.annotations.NullMarked;
