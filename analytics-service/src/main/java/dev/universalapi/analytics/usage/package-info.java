/// What was used: its dimensions, its sums, its requests, and how long each is kept.
@NullMarked
package dev.universalapi.analytics.usage;

import org.jspecify.annotations.NullMarked;
