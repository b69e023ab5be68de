package dev.universalapi.engine.shape;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// One component of a contract's record.
///
/// @param optional whether it may be null: it is `@Nullable`
/// @param declared as Java has it, with its annotations
public record Component(String name, Shape shape, boolean optional, RecordComponent declared, MethodHandle accessor) {

    /// Its value in a record.
    public @Nullable Object get(Record from) {
        try {
            return (Object) accessor.invokeExact(from);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessor of " + name, e);
        }
    }

    /// Whether it is a list or a map, so that there can be nothing in it without being null.
    public boolean plural() {
        return shape instanceof Shape.ListOf || shape instanceof Shape.MapOf;
    }
}
