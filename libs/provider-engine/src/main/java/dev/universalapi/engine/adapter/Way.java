package dev.universalapi.engine.adapter;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.first.First;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How a provider is asked one operation.
public sealed interface Way permits Spoken, Adapted {

    /// Every secret that may go into its requests.
    List<Template.Secret> secrets();

    /// The call that brings the access token, where its requests need one.
    Optional<Call> token();

    /// The call before, where there is one.
    Optional<First> first();

    /// How the call before is asked, where there is one.
    Optional<Way> before();

    /// How its list comes page by page, where it does.
    Optional<Paging> paging();

    /// Why a query does not fit, whatever the secrets; empty if it does.
    Optional<String> refuses(Record query, Known known);

    /// The request that asks a query.
    ///
    /// @param known beside the query
    /// @param finder of secrets
    /// @param operator whether the operator may put another base in
    /// @throws UnfillableException if the query does not fit
    EgressRequest request(
            Record query, Known known, Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException;

    /// How a request differs from every one that is sent this way, in one sentence; empty if it is like them.
    Optional<String> differs(Incoming incoming);

    /// Whether a request is the very one that asks a query, whatever the secrets in it.
    boolean asks(Record query, Known known, Incoming incoming);
}
