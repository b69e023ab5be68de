package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.shape.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The elements of one list while it is made: those that are not whole are left out and counted.
final class Elements {
    private static final int MOST = 5_000;

    private final String path;
    private final Maker.Nested element;
    private final int limit;
    private final int skip;
    private final boolean counted;
    private final Maker.Tally tally;
    private final List<Object> whole = new ArrayList<>();
    private Made.@Nullable Spoilt spoilt;
    private Made.@Nullable Lacking lacking;
    private boolean absent = true;
    private int seen;

    /// @param limit the component of the query that says where it is cut, for a list at the top
    Elements(String path, Maker.Nested element, Optional<Component> limit, Scope scope, Maker.Tally tally) {
        this.path = path;
        this.element = element;
        this.limit = most(limit, scope);
        this.skip = limit.isPresent() ? scope.whole().known().position().skip() : 0;
        this.counted = limit.isPresent();
        this.tally = tally;
    }

    // all, where the query has none
    private static int most(Optional<Component> limit, Scope scope) {
        return limit.map(component -> component.get(scope.whole().query())).orElse(null) instanceof Integer most
                ? most
                : Integer.MAX_VALUE;
    }

    /// What a list is whose address finds none.
    static Made none(String path, Expression where, Found found) {
        if (found instanceof Found.Unreadable unreadable) {
            return new Made.Spoilt(false, path + ": " + unreadable.why());
        }
        return where.orNone()
                ? new Made.Whole(List.of())
                : new Made.Lacking(found instanceof Found.Missing missing && missing.absent(), path + " is missing");
    }

    /// Makes one more; whether it is in the list.
    boolean add(Scope scope) {
        seen++;
        if (spoilt != null || seen <= skip || whole.size() >= limit) {
            return false;
        }
        if (seen > MOST) {
            spoilt = new Made.Spoilt(false, path + ": more than 5,000 elements");
            return false;
        }
        switch (element.make(scope, tally)) {
            case Made.Whole(var value)
            when value != null -> {
                whole.add(value);
                return true;
            }
            case Made.Whole _ -> {}
            case Made.Spoilt broken -> spoilt = broken;
            case Made.Lacking lacks -> {
                lacking = lacking == null ? lacks : lacking;
                absent &= lacks.absent();
                tally.leaveOut();
            }
        }
        return false;
    }

    Made list() {
        if (counted) {
            tally.list(seen);
        }
        if (spoilt != null) {
            return spoilt;
        }
        if (whole.isEmpty() && lacking != null) {
            return new Made.Spoilt(absent, lacking.why() + " in every element");
        }
        return new Made.Whole(List.copyOf(whole));
    }
}
