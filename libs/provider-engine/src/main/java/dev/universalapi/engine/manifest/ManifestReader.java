package dev.universalapi.engine.manifest;

import dev.universalapi.engine.adapter.Adapted;
import dev.universalapi.engine.adapter.Adapters;
import dev.universalapi.engine.adapter.SpokenReader;
import dev.universalapi.engine.adapter.Way;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.expression.Table;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.mapping.Answering;
import dev.universalapi.engine.mapping.Refusal;
import dev.universalapi.engine.mapping.RefusalReader;
import dev.universalapi.engine.mapping.Understanding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.request.AcceptReader;
import dev.universalapi.engine.request.AccessReader;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Texts;
import dev.universalapi.engine.spending.Spending;
import dev.universalapi.engine.spending.SpendingReader;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Utf8;
import dev.universalapi.engine.yaml.Yaml;
import dev.universalapi.engine.yaml.YamlReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one manifest against the contracts.
final class ManifestReader {
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_LINES = 90;
    private static final List<String> INSTEAD_OF_ADAPTER =
            List.of("get", "post", "query", "form", "json", "reads", "first", "refuse", "answer", "page");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String id;
    private final Origin origin;
    private final Operations operations;
    private final Mistakes mistakes;
    private final Set<String> usedTables = new HashSet<>();
    private final Map<String, Boolean> secrets = new LinkedHashMap<>();
    private Optional<Call.Access> common = Optional.empty();
    private List<Quota> quota = List.of();

    ManifestReader(String id, Origin origin, Operations operations, Mistakes mistakes) {
        this.id = id;
        this.origin = origin;
        this.operations = operations;
        this.mistakes = mistakes;
    }

    /// The provider; empty, with mistakes, if anything is wrong.
    Optional<Provider> read(byte[] file) {
        if (!ID.matcher(id).matches()) {
            mistakes.add(1, "`" + id + "` is no provider id", "name the folder in lower case, words parted by `-`");
        }
        var read = file.length > MOST_BYTES ? Optional.<String>empty() : Utf8.read(file, mistakes);
        if (file.length > MOST_BYTES
                || read.filter(text -> text.lines().count() > MOST_LINES).isPresent()) {
            mistakes.add(
                    1,
                    "the manifest is larger than 64 KiB or longer than 90 lines",
                    "write shorter tables, or split the provider");
            return Optional.empty();
        }
        var yaml = read.flatMap(text -> YamlReader.read(text, mistakes));
        yaml.ifPresent(words -> {
            ManifestSchema.check(words, mistakes);
            origin.check(id, words, mistakes);
        });
        return mistakes.none() && yaml.orElse(null) instanceof Yaml.Entries manifest
                ? provider(manifest)
                : Optional.empty();
    }

    private Optional<Provider> provider(Yaml.Entries manifest) {
        var tables = new TableReader(mistakes).read(manifest);
        var home = home(manifest);
        var quotas = new QuotaReader(manifest, mistakes);
        quota = quotas.quotas();
        var headers = quotas.headers(quota);
        var terms = terms(manifest.entries("terms"));
        var offers = new ArrayList<Offer>();
        var declared = manifest.entries("operations");
        declared.values().forEach((path, value) -> {
            var type = operations.find(path);
            if (type.isEmpty()) {
                var paths = operations.all().stream().map(OperationType::path).toList();
                mistakes.add(
                        declared.line(path),
                        "there is no contract `" + path + "`",
                        "use one of " + String.join(", ", paths));
            } else if (value instanceof Yaml.Entries operation) {
                offer(manifest, type.get(), operation, tables, terms).ifPresent(offers::add);
            }
        });
        var used = manifest.entries("tables");
        tables.keySet().stream()
                .filter(name -> !usedTables.contains(name))
                .forEach(name -> mistakes.add(
                        used.line(name),
                        "the table " + name + " is never used",
                        "write ` | table:" + name + "`, or leave it out"));
        if (!mistakes.none() || common.isEmpty()) {
            return Optional.empty();
        }
        var credentials = new HashSet<Provider.Credential>();
        secrets.forEach((name, needed) -> credentials.add(new Provider.Credential(name, needed)));
        return Optional.of(new Provider(
                id,
                manifest.text("name").orElseThrow(),
                home,
                terms,
                common.get().base(),
                Set.copyOf(credentials),
                quota,
                headers,
                List.copyOf(offers)));
    }

    private URI home(Yaml.Entries manifest) {
        try {
            return URI.create(manifest.text("home").orElseThrow());
        } catch (IllegalArgumentException e) {
            mistakes.add(manifest.line("home"), "`home` is no address", "write `home: https://…`");
            return URI.create("");
        }
    }

    private Terms terms(Yaml.Entries terms) {
        var commercial =
                Terms.Commercial.valueOf(terms.text("commercial").orElseThrow().toUpperCase(Locale.ROOT));
        return new Terms(
                commercial,
                terms.text("cache").map(Boolean::parseBoolean).orElse(false),
                terms.text("attribution").orElse(null));
    }

    private Optional<Offer> offer(
            Yaml.Entries manifest, OperationType type, Yaml.Entries operation, Map<String, Table> tables, Terms terms) {
        var words = Vocabulary.of(type.query(), tables);
        var texts = new Texts(mistakes, words, id);
        var access = new AccessReader(manifest, texts).read();
        access.ifPresent(read -> {
            common = Optional.of(read);
            note(read.secrets());
        });
        var spoken = new SpokenReader(id, type, operation, words, mistakes);
        var side = operation
                .find("adapter")
                .map(adapter -> access.flatMap(read -> adapted(type, operation, adapter, read)))
                .orElseGet(() -> Optional.of(spoken(type, operation, spoken.read(access))));
        var accepts = AcceptReader.read(operation, type.query(), mistakes);
        var rules = new RefusalReader(spoken.answers(), mistakes, type.answer());
        var refusals = Refusal.inOrder(rules.read(operation), rules.read(manifest));
        var once = type.kind() == Kind.COMMAND
                || operation.text("once").map(Boolean::parseBoolean).orElse(false);
        var cache = operation.find("cache");
        if (cache.isPresent() && (!terms.cache() || once || type.form() == Form.STREAM)) {
            mistakes.add(
                    operation.line("cache"),
                    !terms.cache()
                            ? "the terms say `cache: false`"
                            : once ? "what is done `once` is not cached" : "a stream is not cached",
                    "leave `cache` out");
        }
        var units = quota.stream().map(Quota::unit).collect(Collectors.toSet());
        var spending = new SpendingReader(words, mistakes).read(operation, units);
        quota.forEach(limit -> fits(limit, spending, operation));
        usedTables.addAll(words.usedTables());
        return side.map(found -> new Offer(
                id,
                type,
                accepts,
                found.way,
                new Understanding(found.reads, refusals, found.answering, spending),
                cache.map(Yaml::text).map(ManifestReader::duration),
                once));
    }

    private void fits(Quota limit, Spending spending, Yaml.Entries operation) {
        var unit = limit.unit();
        if (spending.always(unit) > limit.limit()) {
            var spends = operation.entries("spends");
            mistakes.add(
                    spends.find(unit).isPresent() ? spends.line(unit) : operation.line("first"),
                    "a call takes " + spending.always(unit) + " " + unit + ", and `quota` allows " + limit.limit()
                            + " a " + limit.period().name().toLowerCase(Locale.ROOT) + ": it would never be made",
                    "correct one of the two");
        }
    }

    /// How it is asked, and what makes the answer.
    private record Side(Optional<Way> way, Reads reads, Answering answering) {}

    private Side spoken(OperationType type, Yaml.Entries operation, SpokenReader.Side read) {
        read.way().ifPresent(way -> note(way.secrets()));
        FormCheck.spoken(type, operation, read.reads(), mistakes);
        return new Side(read.way().map(Way.class::cast), read.reads(), read.answering());
    }

    private Optional<Side> adapted(OperationType type, Yaml.Entries operation, Yaml where, Call.Access access) {
        if (origin.guest()) {
            mistakes.add(
                    where.line(),
                    "`adapter` names a class of the house, which no provider of the operator may",
                    "say it by `get` to `answer`");
            return Optional.empty();
        }
        for (var word : INSTEAD_OF_ADAPTER) {
            if (operation.find(word).isPresent()) {
                mistakes.add(
                        operation.line(word),
                        "`" + word + "` cannot go with `adapter`",
                        word.equals("refuse")
                                ? "write it for the whole provider, or let " + where.text() + " tell"
                                : "leave it to " + where.text() + ", or leave `adapter` out");
            }
        }
        return new Adapters(operations.classes()).find(where, mistakes).map(adapter -> {
            FormCheck.adapted(type, where, adapter, mistakes);
            var adapted = new Adapted(adapter, access, type);
            return new Side(Optional.of(adapted), Reads.JSON, adapted);
        });
    }

    private void note(List<Template.Secret> found) {
        found.stream()
                .filter(secret -> !secret.name().equals(Call.TOKEN))
                .forEach(secret -> secrets.merge(secret.name(), secret.needed(), Boolean::logicalOr));
    }

    private static Duration duration(String text) {
        var amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
