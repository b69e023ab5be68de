package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Template;

/// A parameter, a form field or a header.
public record Entry(String name, Template value) {

    /// Whether it may be left out: a hole in it may be missing, or it is a secret that is not needed.
    boolean optional() {
        return value.holes().stream().anyMatch(Expression::mayBeMissing)
                || value.secrets().stream().anyMatch(Template.Secret::optional);
    }
}
