package dev.universalapi.search.fusion.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class MergeTrialTests {
    private static final Logger log = LoggerFactory.getLogger(MergeTrialTests.class);

    @Test
    @EnabledIfSystemProperty(
            named = "universal.eval",
            matches = ".+",
            disabledReason = "judged texts are no part of the product: -Duniversal.eval=FOLDER has cranfield in it")
    void putsTheAnswersOfTenProvidersInOrder() throws Exception {
        var result = MergeTrial.in(Path.of(System.getProperty("universal.eval"), "cranfield"))
                .run();

        log.atInfo().addKeyValue("result", result).log("merged Cranfield");
        assertThat(result.questions()).isEqualTo(225);
        assertThat(result.words()).isGreaterThan(2 * result.bySourceRank());
        assertThat(result.meanings()).isGreaterThanOrEqualTo(0.40);
    }
}
