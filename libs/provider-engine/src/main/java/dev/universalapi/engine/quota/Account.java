package dev.universalapi.engine.quota;

import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.quota.Counts.Line;
import dev.universalapi.engine.quota.Counts.Told;
import dev.universalapi.engine.quota.Counts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What this process knows of one credential's counts. Never waits for a store.
final class Account {
    private static final int ROOM = 64;
    private static final double NEARLY = 0.9;

    private final String name;
    private final Map<String, Cell> cells = new HashMap<>();
    private long epoch;
    private Instant rest = Instant.EPOCH;
    private int strikes;
    private boolean untold;

    /// One window. All of it is guarded by the account.
    private static final class Cell {
        final Need need;
        long allowed;
        /// spent by this process
        long own;
        /// asked for, and not heard of
        long pending;
        /// of what is spent, what the store is known to have
        long pushed;
        /// the highest count of all replicas that the store told
        long seen;
        /// what the provider says was spent, where the store has not been told yet; -1 if nothing
        long told = -1;
        /// when the share of this replica was last drawn: the count of all, and of this process
        long base;
        long ownAtBase;

        Cell(Need need) {
            this.need = need;
            this.allowed = need.quota().limit();
        }

        /// By all, as far as it is known here.
        long used() {
            return Math.max(told, Math.max(seen, base + own - ownAtBase));
        }
    }

    Account(String name) {
        this.name = name;
    }

    /// What to say to the store. Where nothing is taken, everything that it has not been told is told.
    synchronized Counts.Ask ask(String replica, boolean take, List<Need> needs, double margin, Instant now) {
        var lines = new ArrayList<Line>();
        for (var need : needs) {
            var cell = cell(need, now);
            var spared = (long) Math.ceil(need.quota().limit() * margin);
            var window = need.window();
            lines.add(new Line(
                    window.name(),
                    window.start(),
                    window.end(),
                    need.quota().limit(),
                    need.amount(),
                    cell.own,
                    cell.pending,
                    cell.seen,
                    cell.told,
                    spared));
            cell.pending += need.amount();
        }
        return new Counts.Ask(name, replica, now, take, epoch, rest, untold ? strikes : -1, lines);
    }

    /// Takes over what the store said.
    ///
    /// @param redraw whether the share of this replica may be drawn from it
    synchronized void heard(Counts.Ask ask, Told told, List<Need> needs, boolean redraw) {
        epoch = Math.max(epoch, told.epoch()); // answers may be heard in another order
        var before = rest;
        rest = told.rest().isAfter(rest) ? told.rest() : rest;
        if (!untold || ask.strikes() == strikes && !ask.rest().isBefore(before)) {
            strikes = told.strikes();
            untold = false;
        }
        for (var i = 0; i < needs.size(); i++) {
            var cell = cell(needs.get(i), told.now());
            var line = ask.lines().get(i);
            var total = told.totals().get(i);
            var counted = told.verdict() == Verdict.COUNTED ? line.amount() : 0;
            cell.own += counted;
            cell.pending -= line.amount();
            cell.pushed = Math.max(cell.pushed, line.own() + counted);
            cell.seen = Math.max(cell.seen, total.used());
            cell.allowed = total.allowed();
            cell.told = cell.told > line.told() ? cell.told : -1;
            if (redraw) {
                cell.base = cell.seen;
                cell.ownAtBase = cell.own;
            }
        }
    }

    /// No answer came, or none that counts.
    synchronized void unheard(List<Need> needs, Instant now) {
        needs.forEach(need -> cell(need, now).pending -= need.amount());
    }

    /// Why a call would be refused by all that is known here; empty if only the store can tell.
    synchronized Optional<Grant> refusal(List<Need> needs, Instant now) {
        if (rest.isAfter(now)) {
            return Optional.of(resting());
        }
        return latest(needs.stream()
                .filter(need -> cells.get(need.window().name()) instanceof Cell cell
                        && cell.allowed == need.quota().limit()
                        && cell.used() + need.least() > cell.allowed)
                .toList());
    }

    /// Why the store refused.
    synchronized Grant refused(Told told, List<Need> needs) {
        if (rest.isAfter(told.now())) {
            return resting();
        }
        var full = new ArrayList<Need>();
        for (var i = 0; i < needs.size(); i++) {
            var total = told.totals().get(i);
            if (total.used() + needs.get(i).least() > total.allowed()) {
                full.add(needs.get(i));
            }
        }
        return latest(full).orElseGet(this::resting);
    }

    /// Whether the share of one replica among several has room, of what was left when it last was drawn.
    synchronized Optional<Grant> beyondShare(List<Need> needs, int replicas, Instant now) {
        return latest(needs.stream()
                .filter(need -> {
                    var cell = cell(need, now);
                    var spent = cell.own - cell.ownAtBase;
                    var share = Math.max(0, cell.allowed - cell.base) / replicas;
                    return spent + need.least() > share || cell.used() + need.least() > cell.allowed;
                })
                .toList());
    }

    /// Takes out of that share.
    synchronized Grant take(List<Need> needs, int replicas, Instant now) {
        var beyond = beyondShare(needs, replicas, now);
        if (beyond.isPresent()) {
            return beyond.get();
        }
        spend(needs, now);
        return new Grant.Granted();
    }

    /// Counts what is spent in any case.
    synchronized void spend(List<Need> needs, Instant now) {
        needs.forEach(need -> cell(need, now).own += need.amount());
    }

    /// Keeps what a provider says was spent, until the store is told.
    ///
    /// @return whether that is news: more than was known, or the end of a margin
    synchronized boolean told(Need need, long used, Instant now) {
        var cell = cell(need, now);
        if (used <= cell.used() && cell.allowed == need.quota().limit()) {
            return false;
        }
        cell.told = Math.max(cell.told, used);
        return true;
    }

    synchronized void rest(Rests.Rest given) {
        untold |= given.until().isAfter(rest) || given.strikes() != strikes;
        rest = given.until().isAfter(rest) ? given.until() : rest;
        strikes = given.strikes();
    }

    /// Whether the last strike lies behind: the rest that followed is over, and a call went well.
    synchronized boolean recovered(Instant now) {
        return strikes > 0 && !rest.isAfter(now);
    }

    synchronized boolean resting(Instant now) {
        return rest.isAfter(now);
    }

    synchronized int strikes() {
        return strikes;
    }

    /// Whether the store does not know of a rest that still holds.
    synchronized boolean untold(Instant now) {
        return untold && rest.isAfter(now);
    }

    /// The windows of now of which the store does not know all, each with nothing more to spend.
    synchronized List<Need> behind(Instant now) {
        return now(now, cell -> cell.own > cell.pushed || cell.told >= 0);
    }

    /// The windows of now of which anything is known, each with nothing more to spend.
    synchronized List<Need> known(Instant now) {
        return now(now, cell -> cell.used() > 0);
    }

    private List<Need> now(Instant now, Predicate<Cell> which) {
        return cells.values().stream()
                .filter(cell -> cell.need.window().end().isAfter(now))
                .filter(which)
                .map(cell -> new Need(cell.need.quota(), cell.need.window(), 0))
                .toList();
    }

    /// When the quota begins anew that a provider calls spent: of those nearly spent by what is known here, or of all
    /// where none is, the one with the longest period.
    synchronized Optional<Instant> spentUntil(List<Quota> quotas, Instant now) {
        var windows = quotas.stream()
                .map(quota -> new Need(quota, Window.of(quota, now), 0))
                .toList();
        var near = windows.stream().filter(this::nearlySpent).toList();
        return (near.isEmpty() ? windows : near)
                .stream()
                        .map(Need::window)
                        .max(Comparator.comparing(Window::length))
                        .map(Window::end);
    }

    private boolean nearlySpent(Need need) {
        var cell = cells.get(need.window().name());
        return cell != null && cell.used() >= NEARLY * need.quota().limit();
    }

    synchronized Headroom headroom(List<Need> needs, Instant now) {
        var left = 1.0;
        Instant until = null;
        for (var need : needs) {
            var cell = cells.get(need.window().name());
            if (cell != null) {
                left = Math.min(
                        left,
                        Math.max(0, cell.allowed - cell.used())
                                / (double) need.quota().limit());
                var full = cell.used() >= cell.allowed;
                until = full && (until == null || need.window().end().isAfter(until))
                        ? need.window().end()
                        : until;
            }
        }
        return rest.isAfter(now) ? new Headroom(left, rest, true) : new Headroom(left, until, false);
    }

    private Grant resting() {
        return new Grant.Refused(rest, true, "It asked to be left alone for a while.");
    }

    private static Optional<Grant> latest(List<Need> full) {
        return full.stream()
                .map(Need::refused)
                .max((a, b) -> a.until().compareTo(b.until()))
                .map(refused -> refused);
    }

    private Cell cell(Need need, Instant now) {
        if (cells.size() >= ROOM) {
            cells.values().removeIf(cell -> cell.need.window().end().isBefore(now));
        }
        return cells.computeIfAbsent(need.window().name(), _ -> new Cell(need));
    }
}
