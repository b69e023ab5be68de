package dev.universalapi.host.remote;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Reply;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A reply on its way: one of the two.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told<A extends Record>(Reply.@Nullable Answered<A> answered, Reply.@Nullable Refused<A> refused) {

    static <A extends Record> Told<A> of(Reply<A> reply) {
        return switch (reply) {
            case Reply.Answered<A> one -> new Told<>(one, null);
            case Reply.Refused<A> one -> new Told<>(null, one);
        };
    }

    /// Whether nothing is missing that has to be there: JSON does not say.
    boolean isWhole() {
        return answered != null
                ? Stream.of(answered.data(), answered.meta(), answered.receipt(), answered.fresh())
                        .allMatch(Objects::nonNull)
                : refused != null
                        && Stream.of(refused.type(), refused.detail(), refused.receipt())
                                .allMatch(Objects::nonNull);
    }

    Reply<A> reply() {
        return answered != null ? answered : Objects.requireNonNull(refused);
    }

    /// What is on its way of a stream: a part, or its end.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line<P extends Record>(
            @Nullable P part,
            Ending.@Nullable Whole whole,
            Ending.@Nullable Refused refused,
            Ending.@Nullable Broken broken) {

        static <P extends Record> Line<P> of(P part) {
            return new Line<>(part, null, null, null);
        }

        static <P extends Record> Line<P> end(Ending ending) {
            return switch (ending) {
                case Ending.Whole one -> new Line<>(null, one, null, null);
                case Ending.Refused one -> new Line<>(null, null, one, null);
                case Ending.Broken one -> new Line<>(null, null, null, one);
            };
        }

        @Nullable
        Ending ending() {
            return whole != null ? whole : refused != null ? refused : broken;
        }
    }
}
