/// Tells what a short text is about: a softmax over hashed words and pieces of words, trained in the build.
@NullMarked
package dev.universalapi.search.intent.classifier;

import org.jspecify.annotations.NullMarked;
