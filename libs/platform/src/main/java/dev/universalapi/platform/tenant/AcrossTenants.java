package dev.universalapi.platform.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the few classes that may touch [SystemDatabase], where every organisation's rows are seen. The build fails
/// for others.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AcrossTenants {
    /// Why this cannot be done one organisation at a time; a sentence.
    String because();
}
