package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.Insight;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.platform.problem.ProblemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginesTests {
    private final Catalogue catalogue =
            Catalogue.load(Operations.of(Colour.class, Brush.class), Path.of("src/test/resources/atelier"));
    private final Receipts receipts = Receipts.inMemory(InstantSource.system());
    private final Part live = part("live");
    private final Part sandbox = part("sandbox");

    private record Silent() implements Insights {
        @Override
        public Insight of(Provider provider) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Map<Outcome, Long> outcomes(String provider) {
            throw new AssertionError("nobody asks");
        }
    }

    @Test
    void aTestKeyIsAnsweredByTheSandboxAndNeverReachesAProvider() {
        try (var engines = new Engines(Mode.LIVE, () -> catalogue, Map.of(Mode.LIVE, live, Mode.SANDBOX, sandbox))) {
            assertThat(engines.of(Atelier.APPRENTICE)).isSameAs(sandbox.providers());
            assertThat(engines.secrets(Atelier.APPRENTICE)).isSameAs(sandbox.secrets());
            assertThat(engines.mode(Atelier.APPRENTICE)).isEqualTo(Mode.SANDBOX);
            assertThat(engines.of(Atelier.PAINTER)).isSameAs(live.providers());
        }
    }

    @Test
    void aTestKeyIsRefusedWhereThereIsNoSandbox() {
        try (var engines = new Engines(Mode.LIVE, () -> catalogue, Map.of(Mode.LIVE, live))) {
            assertThatThrownBy(() -> engines.of(Atelier.APPRENTICE)).isInstanceOf(ProblemException.class);
        }
    }

    private Part part(String mode) {
        return new Part(
                new ScriptedProviders(mode, receipts),
                new Silent(),
                mode.equals("live") ? Secrets.of(null) : Secrets.sandbox(),
                Egress.live(EgressLimits.DEFAULT));
    }
}
