/// In what form answers leave over HTTP.
@NullMarked
package dev.universalapi.host.answer;

import org.jspecify.annotations.NullMarked;
