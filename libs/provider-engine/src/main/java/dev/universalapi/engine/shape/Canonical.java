package dev.universalapi.engine.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The canonical constructor of a record, found once.
public final class Canonical {
    private final MethodHandle constructor;

    private Canonical(MethodHandle constructor) {
        this.constructor = constructor;
    }

    static Canonical of(Class<? extends Record> type) throws ReflectiveOperationException {
        var parameters = Arrays.stream(type.getRecordComponents())
                .<Class<?>>map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        var handle = MethodHandles.lookup().unreflectConstructor(constructor);
        return new Canonical(handle.asSpreader(Object[].class, parameters.length)
                .asType(MethodType.methodType(Record.class, Object[].class)));
    }

    Record make(@Nullable Object[] values) {
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("canonical constructor", e);
        }
    }
}
