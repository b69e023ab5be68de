package dev.universalapi.auth.audit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds to chains, one writer of a chain at a time: its head is locked until the writer's transaction ends.
final class Chain {
    private Chain() {}

    /// Adds one; inside a transaction.
    static void append(JdbcClient jdbc, String organisation, Entry entry) {
        extend(jdbc, organisation, lock(jdbc, organisation), List.of(entry));
    }

    /// Adds those whose id is not in the chain yet, in their order; inside a transaction.
    static void appendMissing(JdbcClient jdbc, String organisation, Collection<Entry> entries) {
        var head = lock(jdbc, organisation);
        var known = known(jdbc, organisation, entries);
        extend(
                jdbc,
                organisation,
                head,
                entries.stream().filter(entry -> !known.contains(entry.id())).toList());
    }

    private static void extend(JdbcClient jdbc, String organisation, Head head, List<Entry> entries) {
        var last = head;
        for (var entry : entries) {
            var link = Link.after(last, organisation, entry);
            insert(jdbc, organisation, link);
            last = link.head();
        }
        if (last.sequence() > head.sequence()) {
            jdbc.sql("update audit_head set sequence = ?, hash = ? where organisation = ?")
                    .params(last.sequence(), last.hash(), organisation)
                    .update();
        }
    }

    private static Head lock(JdbcClient jdbc, String organisation) {
        var head = jdbc.sql("select sequence, hash from audit_head where organisation = ? for update")
                .param(organisation)
                .query(Head.class)
                .optional();
        if (head.isPresent()) {
            return head.get();
        }
        jdbc.sql("insert into audit_head (organisation, sequence, hash) values (?, ?, ?) on conflict do nothing")
                .params(organisation, Head.NONE.sequence(), Head.NONE.hash())
                .update();
        return lock(jdbc, organisation);
    }

    private static Set<String> known(JdbcClient jdbc, String organisation, Collection<Entry> entries) {
        return jdbc
                .sql("select id from audit_event where organisation = ? and id = any (?)")
                .param(organisation)
                .param(entries.stream().map(Entry::id).toArray(String[]::new))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private static void insert(JdbcClient jdbc, String organisation, Link link) {
        jdbc.sql("insert into audit_event (organisation, sequence, event, previous, hash) values (?, ?, ?, ?, ?)")
                .params(organisation, link.sequence(), link.event(), link.previous(), link.hash())
                .update();
    }
}
