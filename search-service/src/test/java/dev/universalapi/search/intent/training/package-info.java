@NullMarked
package dev.universalapi.search.intent.training;

import org.jspecify.annotations.NullMarked;
