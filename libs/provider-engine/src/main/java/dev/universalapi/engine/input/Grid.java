package dev.universalapi.engine.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The grid that a number, or each number of a list, is asked on: what is finer makes no difference to the data, but
/// would split caches. A half goes to the even neighbour.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Grid {
    /// The distance of two of its lines, in the component's unit: `0.01`.
    String value();
}
