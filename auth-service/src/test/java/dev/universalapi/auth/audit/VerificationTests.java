package dev.universalapi.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.auth.audit.Entry.Actor;
import dev.universalapi.auth.audit.Entry.Origin;
import dev.universalapi.auth.audit.Entry.Target;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTests {
    private final List<Link> chain = chain("org_1", "as it was", 6);

    @Test
    void findsNothingInAWholeChain() {
        assertThat(broken(chain, last(), List.of(at(3), last()))).isNull();
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(broken(List.of(), null, List.of())).isNull();
    }

    @Test
    void namesTheEventThatWasEdited() {
        var third = chain.get(2);
        chain.set(2, new Link(3, third.event().replace("as it was", "better"), third.previous(), third.hash()));

        assertThat(broken(chain, last(), List.of())).isEqualTo(3);
    }

    @Test
    void namesTheEventAfterOneThatWasEditedAndHashedAnew() {
        chain.set(2, Link.after(at(2), "org_1", entry("better", 3)));

        assertThat(broken(chain, last(), List.of())).isEqualTo(4);
    }

    @Test
    void namesTheEventThatWasDeleted() {
        chain.remove(2);

        assertThat(broken(chain, last(), List.of())).isEqualTo(3);
    }

    @Test
    void namesTheEventAfterOneThatWasDeletedWhereOthersMovedUp() {
        chain.remove(2);
        for (int i = 2; i < chain.size(); i++) {
            var link = chain.get(i);
            chain.set(i, new Link(i + 1, link.event(), link.previous(), link.hash()));
        }

        assertThat(broken(chain, last(), List.of())).isEqualTo(3);
    }

    @Test
    void namesTheEventThatWasAddedInBetween() {
        var added = Link.after(at(2), "org_1", entry("added", 9));
        for (int i = 2; i < chain.size(); i++) {
            var link = chain.get(i);
            chain.set(i, new Link(i + 2, link.event(), link.previous(), link.hash()));
        }
        chain.add(2, added);

        assertThat(broken(chain, last(), List.of())).isEqualTo(4);
    }

    @Test
    void namesTheEventThatWasAddedAtTheEnd() {
        var head = last();
        chain.add(Link.after(head, "org_1", entry("added", 9)));

        assertThat(broken(chain, head, List.of())).isEqualTo(7);
    }

    @Test
    void namesTheEventThatWasAddedBeforeTheFirst() {
        chain.addFirst(new Link(0, "{}", Head.NONE.hash(), Head.NONE.hash()));

        assertThat(broken(chain, last(), List.of())).isZero();
    }

    @Test
    void namesTheFirstEventOfATailThatWasCut() {
        var head = last();
        chain.subList(3, 6).clear();

        assertThat(broken(chain, head, List.of())).isEqualTo(4);
    }

    @Test
    void namesTheFirstEventOfATailThatWasCutWithTheHead() {
        var anchor = last();
        chain.subList(3, 6).clear();

        assertThat(broken(chain, last(), List.of())).isNull();
        assertThat(broken(chain, last(), List.of(anchor))).isEqualTo(4);
    }

    @Test
    void namesTheAnchorOfAChainThatWasWrittenAnewWhole() {
        var anchor = at(3);
        var anew = chain("org_1", "better", 6);

        assertThat(broken(anew, anew.getLast().head(), List.of())).isNull();
        assertThat(broken(anew, anew.getLast().head(), List.of(anchor))).isEqualTo(3);
    }

    @Test
    void namesTheFirstEventOfAChainOfSomebodyElse() {
        var other = chain("org_2", "as it was", 2);

        assertThat(broken(other, other.getLast().head(), List.of())).isEqualTo(1);
    }

    @Test
    void believesNoneOfTwoAnchorsThatDisagree() {
        assertThat(broken(chain, last(), List.of(at(3), new Head(3, "f".repeat(64)), at(3))))
                .isEqualTo(3);
    }

    @Test
    void namesTheLastEventWhereTheHeadWasChanged() {
        assertThat(broken(chain, new Head(6, "f".repeat(64)), List.of())).isEqualTo(6);
    }

    private static @Nullable Long broken(List<Link> chain, @Nullable Head head, List<Head> anchors) {
        var verification = new Verification("org_1", anchors);
        var _ = chain.stream().allMatch(verification::accept);
        var broken = verification.end(head);
        return broken == null ? null : broken.sequence();
    }

    private Head at(int sequence) {
        return chain.get(sequence - 1).head();
    }

    private Head last() {
        return chain.getLast().head();
    }

    private static List<Link> chain(String organisation, String why, int length) {
        var chain = new ArrayList<Link>();
        var head = Head.NONE;
        for (int i = 1; i <= length; i++) {
            chain.add(Link.after(head, organisation, entry(why, i)));
            head = chain.getLast().head();
        }
        return chain;
    }

    private static Entry entry(String why, int number) {
        return new Entry(
                Entry.id(BigInteger.valueOf(number)),
                Instant.EPOCH,
                "key.create",
                new Actor("key", "key_1", null),
                new Target("key", "key_" + number),
                Origin.NONE,
                Map.of("why", why));
    }
}
