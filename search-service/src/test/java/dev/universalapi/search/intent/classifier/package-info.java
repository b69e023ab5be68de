@NullMarked
package dev.universalapi.search.intent.classifier;

import org.jspecify.annotations.NullMarked;
