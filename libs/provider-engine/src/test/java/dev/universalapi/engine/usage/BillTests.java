package dev.universalapi.engine.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Asking;
import dev.universalapi.engine.choice.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTests {
    private final List<Spent> told = new ArrayList<>();
    private final Bill bill = new Bill(told::add);

    @Test
    void theLastCallSettlesWhatItAnswered() {
        bill.called(List.of(call(1), call(2)));
        bill.settledByCall();

        assertThat(told).extracting(Spent::number).containsExactly(1, 2);
        assertThat(told).extracting(Spent::settles).containsExactly(false, true);
    }

    @Test
    void waitsForCallsThatEndAfterTheCallerWasAnswered() {
        bill.settledBy(kept());
        var early = List.copyOf(told);
        bill.called(List.of(call(1)));

        assertThat(early).containsExactly(kept());
        assertThat(told).containsExactly(kept(), call(1));
    }

    @Test
    void callsThatBroughtNothingSettleNothing() {
        bill.called(List.of(call(1)));
        bill.settledBy(kept());

        assertThat(told).containsExactly(kept(), call(1));
    }

    @Test
    void tellsNothingBeforeItIsKnownWhatTheCallerGot() {
        bill.called(List.of(call(1)));

        assertThat(told).isEmpty();
    }

    private static Spent call(int number) {
        return new Spent(
                asking(), "weather/current", number, "cold", "ok", false, false, 1, Spent.CALL, BigDecimal.TEN, 5);
    }

    private static Spent kept() {
        return Spent.withoutCall(asking(), "weather/current", "cold", "ok", true, 0);
    }

    private static Asking asking() {
        return new Asking("r1", "acme", Instant.EPOCH, Route.ANY).by("key-1");
    }
}
