package dev.universalapi.search.intent.slot.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The rows of a table whose cells are parted by tabs. Cells that come again are one string.
final class Cells {
    private static final int SHORT = 4;

    private final Iterator<String> lines;
    private final Map<String, String> seen = new HashMap<>();
    private List<String> row = List.of();

    Cells(String resource) {
        this.lines = Entries.lines(resource).iterator();
    }

    boolean next() {
        if (!lines.hasNext()) {
            return false;
        }
        row = cut(lines.next());
        return true;
    }

    List<String> row() {
        return row;
    }

    private List<String> cut(String line) {
        var cells = new ArrayList<String>(8);
        var from = 0;
        for (var tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(once(line.substring(from, tab)));
            from = tab + 1;
        }
        cells.add(once(line.substring(from)));
        return cells;
    }

    private String once(String cell) {
        return cell.length() > SHORT ? cell : seen.computeIfAbsent(cell, same -> same);
    }
}
