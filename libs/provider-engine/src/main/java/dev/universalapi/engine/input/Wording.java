package dev.universalapi.engine.input;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a component declares to make no difference to its single values.
///
/// @param grid the distance of two lines; null where every number is its own
record Wording(@Nullable BigDecimal grid, boolean trimmed, boolean anyCase) {

    /// What a component declares.
    ///
    /// @throws IllegalArgumentException if it declares what values of its type cannot have
    static Wording of(Component component) {
        var declared = component.declared();
        var grid = declared.getAnnotation(Grid.class);
        var scalar = scalar(component.shape());
        var numeric = scalar != null && scalar.numeric();
        refuseIf(grid != null && !numeric, component, Grid.class);
        refuseIf(declared.isAnnotationPresent(Trimmed.class) && scalar != Scalar.TEXT, component, Trimmed.class);
        refuseIf(declared.isAnnotationPresent(AnyCase.class) && scalar != Scalar.TEXT, component, AnyCase.class);
        refuseIf(
                declared.isAnnotationPresent(Unordered.class) && !(component.shape() instanceof Shape.ListOf),
                component,
                Unordered.class);
        return new Wording(
                grid == null ? null : step(component, grid.value()),
                declared.isAnnotationPresent(Trimmed.class),
                declared.isAnnotationPresent(AnyCase.class));
    }

    /// A value as every value that means the same is asked.
    Object canonical(Object value) {
        return switch (value) {
            case Double real when grid == null || !Double.isFinite(real) -> real + 0.0; // makes -0.0 a plain 0
            case Double real -> rounded(BigDecimal.valueOf(real)).doubleValue();
            case BigDecimal exact -> plain(rounded(exact));
            case Integer whole
            when grid != null -> rounded(BigDecimal.valueOf(whole)).intValue();
            case Long whole
            when grid != null -> rounded(BigDecimal.valueOf(whole)).longValue();
            case String text -> text(text);
            default -> value;
        };
    }

    private BigDecimal rounded(BigDecimal number) {
        return grid == null
                ? number
                : number.divide(grid, 0, RoundingMode.HALF_EVEN).multiply(grid);
    }

    private String text(String text) {
        var shorter = trimmed ? text.strip() : text;
        return anyCase ? shorter.toLowerCase(Locale.ROOT) : shorter;
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal step(Component component, String text) {
        var step = new BigDecimal(text);
        if (step.signum() <= 0) {
            throw new IllegalArgumentException(named(component) + ": the lines of a grid are apart");
        }
        return step;
    }

    private static @Nullable Scalar scalar(Shape shape) {
        return switch (shape) {
            case Shape.One one -> one.scalar();
            case Shape.ListOf list -> scalar(list.element());
            case Shape.Choice _, Shape.MapOf _, Shape.RecordOf _ -> null;
        };
    }

    private static void refuseIf(boolean wrong, Component component, Class<? extends Annotation> declared) {
        if (wrong) {
            throw new IllegalArgumentException(
                    named(component) + " cannot be @" + declared.getSimpleName() + ": its type has no such thing");
        }
    }

    private static String named(Component component) {
        return component.name() + " of "
                + component.declared().getDeclaringRecord().getName();
    }
}
