package dev.universalapi.contracts.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How an event is known to others. It is written, never derived, so that a class may be renamed.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {
    /// What happened to what, and the version: `key.created.v1`.
    String value();

    /// What is promised to who waits for it.
    Promise promise();
}
