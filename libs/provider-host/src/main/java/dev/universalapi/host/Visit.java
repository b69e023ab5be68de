package dev.universalapi.host;

import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.host.manner.Manner;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/// One asking over HTTP: what, by whom, and in which form it may be answered.
///
/// @param place what the name of a place was taken for, where one was sent
/// @param accept the header, where there is one
record Visit(
        OperationType type,
        Question<?> question,
        Asking asking,
        Manner manner,
        Meta.@Nullable Place place,
        Caller caller,
        @Nullable String accept,
        HttpServletResponse response) {

    /// Who asks, and where the answer goes.
    record Visitor(Caller caller, Deadline deadline, RequestId requestId, HttpServletResponse response) {}

    /// The question as a record: every operation's is one.
    Record input() {
        return (Record) question;
    }

    // what it asks for parts was checked when the operation was read
    @SuppressWarnings("unchecked")
    Question<Streamed<Record>> inParts() {
        return (Question<Streamed<Record>>) question;
    }

    // what is not answered in parts is answered by a record, as every operation's type was checked when it was read
    @SuppressWarnings("unchecked")
    Question<? extends Record> whole() {
        return (Question<? extends Record>) question;
    }
}
