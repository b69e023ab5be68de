package dev.universalapi.engine.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts in memory, as the script of the shared store does line by line.
final class LocalCounts implements Counts {
    private static final int ROOM = 64;

    /// What is known of one window.
    private static final class Cell {
        final Instant end;
        final Map<String, Long> spent = new HashMap<>();
        long extra;
        boolean lost;
        boolean margin;

        Cell(Instant end) {
            this.end = end;
        }

        long used() {
            return extra + spent.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final class Kept {
        final long epoch;
        Instant rest = Instant.EPOCH;
        int strikes;
        final Map<String, Cell> cells = new HashMap<>();

        Kept(long epoch) {
            this.epoch = epoch;
        }
    }

    private final InstantSource clock;
    private final Map<String, Kept> accounts = new HashMap<>();

    LocalCounts(InstantSource clock) {
        this.clock = clock;
    }

    /// Forgets everything, as a store that lost its data.
    synchronized void lose() {
        accounts.clear();
    }

    @Override
    public boolean away() {
        return false;
    }

    @Override
    public synchronized Optional<Told> tell(Ask ask) {
        var now = clock.instant();
        if (Duration.between(ask.now(), now).abs().compareTo(SKEW) > 0) {
            return Optional.of(new Told(Verdict.SKEWED, now, 0, Instant.EPOCH, 0, List.of()));
        }
        var kept = accounts.computeIfAbsent(ask.account(), _ -> new Kept(now.toEpochMilli()));
        rest(kept, ask, now);
        var lost = ask.epoch() != 0 && ask.epoch() != kept.epoch;
        var fine = !ask.take() || !kept.rest.isAfter(now);
        var cells = new ArrayList<Cell>();
        for (var line : ask.lines()) {
            var cell = cell(kept, line, now);
            cells.add(cell);
            restore(cell, ask.replica(), line, lost && line.start().toEpochMilli() < kept.epoch);
            fine &= !ask.take() || cell.used() + Math.max(1, line.amount()) <= allowed(cell, line);
        }
        var totals = new ArrayList<Total>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var line = ask.lines().get(i);
            if (fine) {
                cell.spent.merge(ask.replica(), line.amount(), Long::sum);
            }
            totals.add(new Total(cell.used(), allowed(cell, line)));
        }
        var verdict = fine ? Verdict.COUNTED : Verdict.REFUSED;
        return Optional.of(new Told(verdict, now, kept.epoch, kept.rest, kept.strikes, totals));
    }

    private static void rest(Kept kept, Ask ask, Instant now) {
        if (ask.rest().isAfter(now) && ask.rest().isAfter(kept.rest)) {
            kept.rest = ask.rest();
        }
        if (ask.strikes() >= 0) {
            kept.strikes = ask.strikes() == 0 ? 0 : Math.max(kept.strikes, ask.strikes());
        }
    }

    private static Cell cell(Kept kept, Line line, Instant now) {
        if (kept.cells.size() >= ROOM) {
            kept.cells.values().removeIf(cell -> now.isAfter(cell.end.plus(SKEW)));
        }
        return kept.cells.computeIfAbsent(line.name(), _ -> new Cell(line.end()));
    }

    private static void restore(Cell cell, String replica, Line line, boolean lost) {
        if (lost && !cell.lost) {
            cell.lost = true;
            cell.margin = true;
        }
        var own = lost ? line.own() + line.pending() : line.own();
        var missing = own - cell.spent.getOrDefault(replica, 0L);
        if (missing > 0) {
            cell.spent.put(replica, own);
            // what others had seen of it already is now counted under its own name
            cell.extra = cell.lost ? Math.max(0, cell.extra - missing) : cell.extra;
        }
        if (cell.used() < line.seen()) {
            cell.extra += line.seen() - cell.used();
            cell.lost = true;
            cell.margin = true;
        }
        if (line.told() >= 0) {
            cell.extra += Math.max(0, line.told() - cell.used());
            cell.margin = false;
        }
    }

    private static long allowed(Cell cell, Line line) {
        return cell.margin ? line.limit() - line.margin() : line.limit();
    }
}
