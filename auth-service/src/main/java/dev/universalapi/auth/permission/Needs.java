package dev.universalapi.auth.permission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a caller must be allowed to reach a route. A route that does not say is shut to everybody.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    /// Scopes, of which one is enough: `keys:write`. What begins with `internal:` is had by our own processes alone,
    /// word for word.
    String[] value();
}
