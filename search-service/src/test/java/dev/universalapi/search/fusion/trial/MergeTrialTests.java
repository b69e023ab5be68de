package dev.universalapi.search.fusion.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

class MergeTrialTests {
    private static final Logger log = LoggerFactory.getLogger(MergeTrialTests.class);

    @Test
    void judgesASmallCollection(@TempDir Path folder) throws Exception {
        var subjects = List.of("wing", "rocket", "propeller", "boundary layer", "heat", "shock wave", "flutter");
        var texts = new StringBuilder();
        var questions = new StringBuilder();
        var answers = new StringBuilder();
        for (var at = 0; at < 70; at++) {
            var subject = subjects.get(at % 7);
            texts.append(
                    "<doc><docno>%d</docno><title>the %s of type %d</title><text>what a %s does\n number %d</text></doc>"
                            .formatted(at, subject, at, subject, at));
        }
        for (var at = 0; at < 7; at++) {
            questions.append("<top><num>%d</num><title>which %s is of type %d</title></top>"
                    .formatted(at, subjects.get(at), at));
            answers.append("%d 0 %d 1\n".formatted(at + 1, at));
        }
        Files.writeString(folder.resolve("cran.all.1400.xml"), texts);
        Files.writeString(folder.resolve("cran.qry.xml"), questions);
        Files.writeString(folder.resolve("cranqrel.trec.txt"), answers);

        MergeTrial.main(
                new String[] {folder.toString(), folder.resolve("result").toString()});

        var result = JsonMapper.shared().readTree(folder.resolve("result"));
        assertThat(result.get("questions").asInt()).isEqualTo(7);
        assertThat(result.get("words").asDouble()).isGreaterThan(0.9);
        assertThat(result.get("meanings").asDouble()).isBetween(0.9, 1.0);
    }

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
