package dev.universalapi.engine.shape;

import dev.universalapi.engine.kind.Binary;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the shape of a record by reflection.
final class Shapes {

    private Shapes() {}

    static Shape.RecordOf of(Class<? extends Record> type) {
        return of(type, List.of());
    }

    private static Shape.RecordOf of(Class<? extends Record> type, List<Class<?>> outer) {
        if (outer.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " holds itself; a contract ends somewhere");
        }
        var within = new ArrayList<>(outer);
        within.add(type);
        var components = new ArrayList<Component>();
        try {
            for (var declared : type.getRecordComponents()) {
                if (type != Binary.class || declared.getType() != byte[].class) {
                    components.add(component(declared, within));
                }
            }
            return new Shape.RecordOf(type, List.copyOf(components), Canonical.of(type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be read", e);
        }
    }

    private static Component component(RecordComponent declared, List<Class<?>> outer) throws IllegalAccessException {
        var accessor = declared.getAccessor();
        accessor.setAccessible(true);
        var handle =
                MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Record.class));
        var optional = declared.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (optional && declared.getType().isPrimitive()) {
            throw new IllegalArgumentException(declared + " is primitive and cannot be null; use its box");
        }
        return new Component(declared.getName(), shape(declared, outer), optional, declared, handle);
    }

    private static Shape shape(RecordComponent declared, List<Class<?>> outer) {
        if (declared.getAnnotatedType() instanceof AnnotatedParameterizedType generic) {
            for (var argument : generic.getAnnotatedActualTypeArguments()) {
                if (argument.isAnnotationPresent(Nullable.class)) {
                    throw new IllegalArgumentException(declared + " holds nulls; missing elements are left out");
                }
            }
        }
        return shape(declared.getGenericType(), declared, outer);
    }

    private static Shape shape(Type type, RecordComponent declared, List<Class<?>> outer) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new Shape.ListOf(shape(arguments[0], declared, outer));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Shape.MapOf(shape(arguments[1], declared, outer));
            }
        }
        if (type instanceof Class<?> plain) {
            var scalar = Scalar.of(plain);
            if (scalar.isPresent()) {
                return new Shape.One(scalar.get());
            }
            if (plain.isEnum()) {
                return choice(plain);
            }
            if (plain.isRecord()) {
                return of(plain.asSubclass(Record.class), outer);
            }
        }
        throw new IllegalArgumentException(
                declared + " of " + declared.getDeclaringRecord().getName()
                        + " is of a type that contracts do not have; see the table of types");
    }

    private static Shape.Choice choice(Class<?> type) {
        var constants = new LinkedHashMap<String, Enum<?>>();
        for (var constant : type.getEnumConstants()) {
            var named = (Enum<?>) constant;
            constants.put(Shape.Choice.plain(named.name()), named);
        }
        return new Shape.Choice(type, constants);
    }
}
