@NullMarked
package dev.universalapi.search.intent.text;

import org.jspecify.annotations.NullMarked;
