package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
/// Scaling, rolling and killing, one deployable after the other.

record Disturbing(Play play) {
    private static final int MANY = 3;

    void scale() throws Exception {
        play.report().section("Each service from one to three and back");
        for (var part : Play.SERVICES) {
            play.under(part + " 1 → 3", () -> to(part, MANY));
            play.under(part + " 3 → 1", () -> to(part, 1));
        }
    }

    private void to(String part, int replicas) throws Exception {
        play.cluster().scale(part, replicas);
        play.settled(part);
    }

    void roll() throws Exception {
        play.report().section("Each deployment rolled, with one pod of it");
        for (var part : Play.SERVICES) {
            play.under(part, () -> roll(part));
        }
        for (var part : Play.SINGLE) {
            play.under(part, () -> roll(part));
        }
    }

    private void roll(String part) throws Exception {
        play.cluster().ask("rollout", "restart", Cluster.reference(part));
        play.settled(part);
    }

    void kill() throws Exception {
        play.report().section("A pod of each killed without a farewell; of services there are two");
        for (var part : Play.SERVICES) {
            to(part, 2);
            play.under(part, () -> kill(part));
            to(part, 1);
        }
        for (var part : Play.SINGLE) {
            play.under(part, () -> kill(part));
        }
    }

    private void kill(String part) throws Exception {
        var victim = play.cluster().pods(part).getFirst();
        play.cluster().ask("delete", "pod", victim.name(), "--grace-period=0", "--force");
        play.replaced(part, victim);
    }

    /// With two pods one may go; the other must stay until the first is back.
    void evict() throws Exception {
        play.report().section("Pods evicted by the API, as a drain does");
        for (var part : Play.SERVICES) {
            to(part, 2);
            play.under(part, () -> evict(part));
            to(part, 1);
        }
    }

    private void evict(String part) throws Exception {
        var pods = play.cluster().pods(part);
        var first = play.cluster().evict(pods.getFirst());
        var second = play.cluster().evict(pods.getLast());
        play.report().check("one of two pods of " + part + " may be evicted", first.code() == 0, first.toString());
        play.report()
                .check(
                        "the other is kept by its budget, which answers 429",
                        second.code() != 0 && second.error().contains("disruption budget"),
                        second.toString());
        play.replaced(part, pods.getFirst());
    }
}
