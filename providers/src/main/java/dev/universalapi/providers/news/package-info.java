/// News: what is written about something, and what leads the papers.
@NullMarked
package dev.universalapi.providers.news;

import org.jspecify.annotations.NullMarked;
