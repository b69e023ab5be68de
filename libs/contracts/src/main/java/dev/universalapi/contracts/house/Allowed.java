package dev.universalapi.contracts.house;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An exception from one rule of the house, for a type and what is nested in it. The build knows the rules by name and
/// refuses an exception from a rule that does not exist, or without a reason.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Allowed.All.class)
public @interface Allowed {
    /// The rule's name, as its failure prints it.
    String rule();

    /// Why the rule would do harm here; a sentence.
    String because();

    /// Several exceptions of one type.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        /// The exceptions, each from another rule.
        Allowed[] value();
    }
}
