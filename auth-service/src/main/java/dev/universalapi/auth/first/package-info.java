/// Who is there from the first start on.
@NullMarked
package dev.universalapi.auth.first;

import org.jspecify.annotations.NullMarked;
