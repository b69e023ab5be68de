package dev.universalapi.engine.request;

import dev.universalapi.egress.Destination;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `base`, `auth` and `headers`: what all calls of a provider have.
public final class AccessReader {
    private static final Pattern BASE =
            Pattern.compile("(?:\\$([A-Z][A-Z0-9_]*) or )?((https?)://((?:\\{[^{}]*}|[^/?#\\s{}])+)(/[^?#\\s{}]*)?)");
    private static final Pattern TOKEN = Pattern.compile("https://([^/?#\\s{}$]+)((?:/[A-Za-z0-9._~-]+)*/?)");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final List<String> NOT_OURS = List.of(
            "host",
            "cookie",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect");
    static final String UNENCRYPTED = "a key would travel unencrypted";

    private static final Pattern HTTP = Pattern.compile("(?:.* or )?http://.*");
    private static final int LONGEST_BASE = 500;
    private static final String AUTHORIZATION = "Authorization";

    private final Yaml.Entries manifest;
    private final Texts texts;
    private final Mistakes mistakes;
    private final List<Entry> query = new ArrayList<>();
    private final List<Entry> headers = new ArrayList<>();
    private Optional<Template> path = Optional.empty();
    private Optional<Template> basic = Optional.empty();
    private Optional<Call> token = Optional.empty();

    public AccessReader(Yaml.Entries manifest, Texts texts) {
        this.manifest = manifest;
        this.texts = texts;
        this.mistakes = texts.mistakes();
    }

    /// Whether a header of that name may be set: it frames or routes no message.
    public static boolean settable(String name) {
        return HEADER.matcher(name).matches() && !NOT_OURS.contains(name.toLowerCase(Locale.ROOT));
    }

    /// What was read; empty, with mistakes, if it cannot be used.
    public Optional<Call.Access> read() {
        manifest.find("auth").ifPresent(this::auth);
        headers();
        return manifest.find("base")
                .flatMap(this::base)
                .map(base -> new Call.Access(base, path, List.copyOf(query), List.copyOf(headers), basic, token));
    }

    private Optional<Site> base(Yaml where) {
        var text = where.text();
        var matcher = BASE.matcher(text);
        if (text.length() > LONGEST_BASE || !matcher.matches()) {
            mistakes.add(
                    where.line(),
                    "`" + text + "` is no base",
                    "write https://host[/path], or $NAME or https://host[/path]");
            return Optional.empty();
        }
        var address = matcher.group(2);
        if (address.startsWith("http://") && authorised()) {
            mistakes.add(where.line(), UNENCRYPTED, "write https://, or `auth: none`");
        }
        var name = Optional.ofNullable(matcher.group(1));
        if (name.isPresent() && !texts.owns(name.get())) {
            mistakes.add(
                    where.line(),
                    "`$" + name.get() + "` is not this provider's",
                    "begin the name with " + texts.prefix() + "_");
        }
        var path = matcher.group(5) == null ? "" : matcher.group(5);
        if (path.endsWith("/") || List.of(path.split("/")).contains("..")) {
            mistakes.add(where.line(), "the path of `base` ends with `/` or holds `..`", "leave that out");
        }
        var host = texts.holed(new Yaml.Word(matcher.group(4), Yaml.Kind.TEXT, where.line()));
        host.ifPresent(template -> {
            if (template.holes().stream().anyMatch(hole -> hole.mayBeMissing())) {
                mistakes.add(where.line(), "the hole in `base` may be missing", "end it with ` or =…`");
            }
        });
        try {
            var declared = Destination.declared(address.replaceAll("\\{[^{}]*}", "{hole}"));
            return host.map(template -> new Site(matcher.group(3), template, path, declared, name));
        } catch (IllegalArgumentException e) {
            mistakes.add(
                    where.line(),
                    "`" + address + "` cannot be reached: " + e.getMessage(),
                    "write https://host[/path]");
            return Optional.empty();
        }
    }

    private boolean authorised() {
        return path.isPresent()
                || basic.isPresent()
                || !query.isEmpty()
                || manifest.find("auth").orElse(null) instanceof Yaml.Entries;
    }

    private void auth(Yaml where) {
        if (!(where instanceof Yaml.Entries kinds)) {
            return;
        }
        if (kinds.values().size() != 1) {
            mistakes.add(
                    where.line(),
                    "`auth` has " + kinds.values().size() + " kinds",
                    "keep one of query, header, bearer, basic, path, oauth2-client");
            return;
        }
        kinds.values().forEach((kind, value) -> {
            switch (kind) {
                case "query" -> named(value, query);
                case "header" -> named(value, headers);
                case "bearer" -> bearer(value);
                case "basic" -> basic = keyed(value);
                case "path" -> path = inPath(value);
                case "oauth2-client" -> client(value);
                default ->
                    mistakes.add(
                            value.line(),
                            "`auth` has no kind `" + kind + "`",
                            "use query, header, bearer, basic, path or oauth2-client");
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // that list, not one like it
    private void named(Yaml where, List<Entry> entries) {
        if (!(where instanceof Yaml.Entries names) || names.values().isEmpty()) {
            mistakes.add(
                    where.line(), "`auth` needs a name and a text here", "write { name: $" + texts.prefix() + "_KEY }");
            return;
        }
        names.values().forEach((name, value) -> {
            if (entries == headers) {
                checkName(name, names.line(name));
            }
            keyed(value).ifPresent(template -> entries.add(new Entry(name, template)));
        });
    }

    private void bearer(Yaml where) {
        var token = new Yaml.Word("Bearer " + where.text(), Yaml.Kind.TEXT, where.line());
        keyed(token).ifPresent(template -> headers.add(new Entry(AUTHORIZATION, template)));
    }

    // RFC 6749 4.4, with id and secret as form fields (2.3.1)
    private void client(Yaml where) {
        if (!(where instanceof Yaml.Entries words)) {
            mistakes.add(
                    where.line(),
                    "`oauth2-client` needs words",
                    "write { token: https://…, id: $" + texts.prefix() + "_CLIENT_ID, secret: $" + texts.prefix()
                            + "_CLIENT_SECRET }");
            return;
        }
        var form = new ArrayList<Entry>();
        form.add(new Entry("grant_type", Template.of("client_credentials")));
        words.find("id").flatMap(this::keyed).ifPresent(id -> form.add(new Entry("client_id", id)));
        words.find("secret").flatMap(this::keyed).ifPresent(secret -> form.add(new Entry("client_secret", secret)));
        words.find("scope").flatMap(texts::fixed).ifPresent(scope -> form.add(new Entry("scope", scope)));
        headers.add(new Entry(
                AUTHORIZATION, Template.of("Bearer ", new Template.Secret(Call.TOKEN, Optional.empty(), false))));
        token = words.find("token").flatMap(this::tokenSite).map(site -> {
            var access = new Call.Access(
                    new Site(site.scheme(), site.host(), "", site.declared(), Optional.empty()),
                    Optional.empty(),
                    List.of(),
                    List.of(new Entry("Accept", Template.of("application/json"))),
                    Optional.empty(),
                    Optional.empty());
            return new Call(access, true, Template.of(site.path()), List.of(), List.copyOf(form), Optional.empty());
        });
    }

    private Optional<Site> tokenSite(Yaml where) {
        var matcher = TOKEN.matcher(where.text());
        if (!matcher.matches()) {
            mistakes.add(where.line(), "`" + where.text() + "` is no address of tokens", "write https://host/path");
            return Optional.empty();
        }
        try {
            return Optional.of(new Site(
                    "https",
                    Template.of(matcher.group(1)),
                    matcher.group(2),
                    Destination.declared(where.text()),
                    Optional.empty()));
        } catch (IllegalArgumentException e) {
            mistakes.add(
                    where.line(),
                    "`" + where.text() + "` cannot be reached: " + e.getMessage(),
                    "write https://host/path");
            return Optional.empty();
        }
    }

    private Optional<Template> keyed(Yaml where) {
        var template = texts.fixed(where);
        if (template.isPresent() && template.get().secrets().isEmpty()) {
            mistakes.add(
                    where.line(),
                    "`auth` has no secret in `" + where.text() + "`",
                    "write $" + texts.prefix() + "_KEY where the key goes");
        }
        return template;
    }

    private Optional<Template> inPath(Yaml where) {
        var template = keyed(where);
        if (template.isPresent() && template.get().secrets().stream().anyMatch(Template.Secret::optional)) {
            mistakes.add(where.line(), "a secret in the path may be missing", "leave ` or none` out");
        }
        return template;
    }

    private void headers() {
        var declared = manifest.entries("headers");
        declared.values().forEach((name, value) -> {
            checkName(name, declared.line(name));
            var taken = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name))
                    || (basic.isPresent() && name.equalsIgnoreCase(AUTHORIZATION));
            if (taken) {
                mistakes.add(
                        declared.line(name), "`" + name + "` is set twice", "leave it to `auth`, or write it once");
            }
            texts.fixed(value).ifPresent(template -> {
                headers.add(new Entry(name, template));
                if (!template.secrets().isEmpty()
                        && HTTP.matcher(manifest.text("base").orElse("")).matches()) {
                    mistakes.add(declared.line(name), UNENCRYPTED, "write https:// in `base`, or leave it out");
                }
            });
        });
    }

    private void checkName(String name, int line) {
        if (!settable(name)) {
            mistakes.add(line, "`" + name + "` is no header that may be set", "leave it out");
        }
    }
}
