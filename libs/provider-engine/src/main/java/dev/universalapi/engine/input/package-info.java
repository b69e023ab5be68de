/// What a query means, apart from how it was written: contracts declare what makes no difference.
@NullMarked
package dev.universalapi.engine.input;

import org.jspecify.annotations.NullMarked;
