package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How one operation of a provider is asked, with everything of the provider that goes into it.
///
/// @param provider what all its calls have
/// @param path of the operation, behind the base
/// @param form fields of a form; empty for none
public record Call(
        Access provider, boolean post, Template path, List<Entry> query, List<Entry> form, Optional<Payload> json) {

    /// The name by which requests ask for an access token, as they ask for a secret. No manifest can write it.
    public static final String TOKEN = "access-token";

    /// What all calls of a provider have.
    ///
    /// @param path goes between base and path
    /// @param query parameters that say who we are
    /// @param headers all, those that say who we are included
    /// @param basic `user:password`
    /// @param token the call that brings an access token, where they need one; it does not need one itself
    public record Access(
            Site base,
            Optional<Template> path,
            List<Entry> query,
            List<Entry> headers,
            Optional<Template> basic,
            Optional<Call> token) {

        /// Every secret in it, those that bring the access token included.
        public List<Template.Secret> secrets() {
            return Stream.of(
                            path.stream(),
                            query.stream().map(Entry::value),
                            headers.stream().map(Entry::value),
                            basic.stream(),
                            token.stream().flatMap(call -> call.templates().stream()))
                    .flatMap(templates -> templates)
                    .flatMap(template -> template.secrets().stream())
                    .toList();
        }
    }

    String method() {
        return post ? "POST" : "GET";
    }

    /// All parameters of the address: the operation's, then those that say who we are.
    List<Entry> parameters() {
        var all = new ArrayList<>(query);
        all.addAll(provider.query());
        return all;
    }

    List<Template> templates() {
        var templates = new ArrayList<Template>();
        templates.add(provider.base().host());
        provider.path().ifPresent(templates::add);
        templates.add(path);
        parameters().forEach(entry -> templates.add(entry.value()));
        form.forEach(entry -> templates.add(entry.value()));
        provider.headers().forEach(entry -> templates.add(entry.value()));
        json.ifPresent(payload -> templates.addAll(payload.templates()));
        provider.basic().ifPresent(templates::add);
        return templates;
    }

    /// Every secret in it, those that bring the access token included.
    public List<Template.Secret> secrets() {
        return Stream.concat(
                        templates().stream(), provider.token().stream().flatMap(token -> token.templates().stream()))
                .flatMap(template -> template.secrets().stream())
                .toList();
    }

    /// Whether anything in it is filled by one of these names.
    public boolean speaksOf(Set<String> names) {
        return templates().stream()
                .flatMap(template -> template.holes().stream())
                .anyMatch(hole -> hole.anySource(
                        source -> source instanceof Expression.Told told && names.contains(told.name())));
    }

    /// Whether a valid query may still not fit: something in it can fail, or stands in the path.
    boolean choosy() {
        return !path.holes().isEmpty()
                || !provider.base().host().holes().isEmpty()
                || templates().stream()
                        .flatMap(template -> template.holes().stream())
                        .anyMatch(Call::converts);
    }

    private static boolean converts(Expression hole) {
        return hole.alternatives().stream()
                .anyMatch(alternative -> !alternative.converters().isEmpty());
    }
}
