/// What containers are asked with, and held by: images of ours have no shell and no curl.
@NullMarked
package dev.universalapi.probe;

import org.jspecify.annotations.NullMarked;
