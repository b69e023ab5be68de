package dev.universalapi.engine.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a record an operation that callers can ask and providers can answer.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Operation {
    /// `category/operation`, as in the address and in manifests.
    String path();

    /// What it answers, in a few words.
    String summary();

    /// Raised by a change that breaks callers; chosen by the header `API-Version`.
    int version() default 1;
}
