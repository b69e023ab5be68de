package dev.universalapi.engine.operation;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.universalapi.engine.input.Digest;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.shape.Shape;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas (2020-12) of an operation, made of its records.
public final class Schemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode query;
    private final ObjectNode answer;
    private final Schema queryCheck;
    private final String fingerprint;

    private Schemas(ObjectNode query, ObjectNode answer) {
        this.query = query;
        this.answer = answer;
        this.queryCheck = REGISTRY.getSchema(query);
        this.fingerprint = Digest.of(query + "\n" + answer).substring(0, 16);
    }

    static Schemas of(Shape.RecordOf query, Shape.RecordOf answer, Form form) {
        return new Schemas(
                generator(true).generateSchema(query.type()),
                switch (form) {
                    case RECORD, STREAM -> generator(false).generateSchema(answer.type());
                    case BINARY -> bytes();
                });
    }

    private static ObjectNode bytes() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("description", "bytes of a content type")
                .put("contentMediaType", "application/octet-stream");
    }

    /// Of the query: what may stand in an address or a body.
    public ObjectNode query() {
        return query.deepCopy();
    }

    /// Of the answer's `data`; of a stream, of one part's; of a binary, of the body.
    public ObjectNode answer() {
        return answer.deepCopy();
    }

    /// Sixteen hexadecimal digits that change with the query's or the answer's schema.
    public String fingerprint() {
        return fingerprint;
    }

    Schema queryCheck() {
        return queryCheck;
    }

    private static SchemaGenerator generator(boolean closed) {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.INLINE_ALL_SCHEMAS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        if (closed) {
            builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        }
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0) // as declared
                .withDescriptionResolver(scope -> {
                    var about = scope.getType().getErasedType().getAnnotation(About.class);
                    return about == null ? null : about.value();
                })
                .withCustomDefinitionProvider((type, context) -> {
                    var written = written(
                            type.getErasedType(), context.getGeneratorConfig().createObjectNode());
                    return written == null ? null : new CustomDefinition(written, true);
                });
        builder.forFields()
                .withNullableCheck(Schemas::optional)
                .withRequiredCheck(field -> !optional(field) && field.getAnnotation(Default.class) == null)
                .withDescriptionResolver(field -> text(field, About.class, About::value))
                .withStringPatternResolver(field -> text(field, Matches.class, m -> "^(?:" + m.value() + ")$"))
                .withNumberInclusiveMinimumResolver(field -> bound(field, -90, -180, Range::min))
                .withNumberInclusiveMaximumResolver(field -> bound(field, 90, 180, Range::max))
                .withStringMinLengthResolver(field -> length(field, false, Length::min))
                .withStringMaxLengthResolver(field -> length(field, false, Length::max))
                .withArrayMinItemsResolver(field -> length(field, true, Length::min))
                .withArrayMaxItemsResolver(field -> length(field, true, Length::max))
                .withInstanceAttributeOverride((node, field, _) -> words(node, field));
        return new SchemaGenerator(builder.build());
    }

    private static @Nullable ObjectNode written(Class<?> type, ObjectNode node) {
        if (type == Instant.class) {
            return node.put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return node.put("type", "string").put("format", "date");
        }
        if (type == URI.class) {
            return node.put("type", "string").put("format", "uri");
        }
        return type == Year.class ? node.put("type", "integer") : null;
    }

    private static void words(ObjectNode node, FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return;
        }
        var preset = field.getAnnotation(Default.class);
        if (preset != null) {
            node.set("default", Binding.json(field.getType().getErasedType(), preset.value()));
        }
        var example = field.getAnnotation(Example.class);
        if (example != null) {
            node.putArray("examples").add(Binding.json(field.getType().getErasedType(), example.value()));
        }
    }

    private static boolean optional(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && Arrays.stream(field.getRawMember().getAnnotatedType().getAnnotations())
                        .anyMatch(Nullable.class::isInstance);
    }

    private static <A extends Annotation> @Nullable String text(
            FieldScope field, Class<A> annotation, Function<A, String> value) {
        var found = field.isFakeContainerItemScope() ? null : field.getAnnotation(annotation);
        return found == null ? null : value.apply(found);
    }

    private static @Nullable BigDecimal bound(
            FieldScope field, long latitude, long longitude, Function<Range, Long> range) {
        if (field.getAnnotation(Latitude.class) != null) {
            return BigDecimal.valueOf(latitude);
        }
        if (field.getAnnotation(Longitude.class) != null) {
            return BigDecimal.valueOf(longitude);
        }
        var declared = field.getAnnotation(Range.class);
        return declared == null ? null : BigDecimal.valueOf(range.apply(declared));
    }

    private static @Nullable Integer length(FieldScope field, boolean list, ToIntFunction<Length> value) {
        var declared = field.isFakeContainerItemScope() ? null : field.getAnnotation(Length.class);
        var fits = list == Collection.class.isAssignableFrom(field.getType().getErasedType());
        return declared == null || !fits ? null : (Integer) value.applyAsInt(declared);
    }
}
