/// Source code, its repositories and who writes them.
@NullMarked
package dev.universalapi.providers.code;

import org.jspecify.annotations.NullMarked;
