package dev.universalapi.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LiveSettingsTests {
    private HttpServer configServer;
    private volatile int status = 200;
    private volatile String body = answer("{}");

    @BeforeEach
    void startConfigServer() throws IOException {
        configServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        configServer.createContext("/painter/default", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        configServer.start();
    }

    @AfterEach
    void stopConfigServer() {
        configServer.stop(0);
    }

    private ApplicationContextRunner painter() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.application.name=painter",
                        "spring.cloud.config.uri=http://127.0.0.1:%d/"
                                .formatted(configServer.getAddress().getPort()),
                        "universal.settings.poll=20ms");
    }

    @Test
    void takesAChangedValueWithoutRestart() {
        painter().run(context -> {
            var colours = context.getBean(LiveSettings.class).watch(Colours.class);
            assertThat(colours.get()).isEqualTo(new Colours(List.of("blue"), 3));

            body = answer("{\"universal.live.colours.order[0]\": \"red\", \"universal.live.colours.most\": 5}");

            eventually(() -> assertThat(colours.get()).isEqualTo(new Colours(List.of("red"), 5)));
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void keepsTheOldValueWhenTheNewOneCannotBeAndSaysWhy() {
        painter().run(context -> {
            var colours = context.getBean(LiveSettings.class).watch(Colours.class);
            body = answer("{\"universal.live.colours.most\": 5}");
            eventually(() -> assertThat(colours.get().most()).isEqualTo(5));

            body = answer("{\"universal.live.colours.most\": 0}");

            eventually(() -> assertThat(health(context).getStatus()).isEqualTo(new Status("WARNING")));
            assertThat(health(context).getDetails().get("universal.live.colours"))
                    .asString()
                    .isEqualTo("most must be at least 1, was 0");
            assertThat(colours.get().most()).isEqualTo(5);

            body = answer("{\"universal.live.colours.most\": \"many\"}");
            eventually(() -> assertThat(health(context).getDetails().toString()).contains("colours.most", "many"));
            assertThat(colours.get().most()).isEqualTo(5);

            body = answer("{}");
            eventually(() -> assertThat(colours.get().most()).isEqualTo(3));
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void keepsWhatHoldsWhileConfigServerIsAwayAndSaysSo() {
        painter().run(context -> {
            var colours = context.getBean(LiveSettings.class).watch(Colours.class);
            body = answer("{\"universal.live.colours.most\": 5}");
            eventually(() -> assertThat(colours.get().most()).isEqualTo(5));

            status = 500;
            eventually(() -> assertThat(health(context).getDetails().toString()).contains("away", "500"));

            status = 200;
            body = "<html>";
            eventually(() -> assertThat(health(context).getDetails().toString()).contains("not its JSON"));
            assertThat(colours.get().most()).isEqualTo(5);

            body = answer("{\"universal.live.colours.most\": 6}");
            eventually(() -> assertThat(colours.get().most()).isEqualTo(6));
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void startsWithItsOwnDefaultsWhereTheConfiguredValueCannotBe() {
        painter().withPropertyValues("universal.live.colours.most=-1").run(context -> {
            var colours = context.getBean(LiveSettings.class).watch(Colours.class);

            assertThat(colours.get().most()).isEqualTo(3);
            assertThat(colours.complaint())
                    .hasValueSatisfying(why -> assertThat(why).contains("was -1"));
        });
    }

    @Test
    void asksNobodyWhereConfigServerIsSwitchedOff() {
        painter().withPropertyValues("spring.cloud.config.enabled=false").run(context -> {
            assertThat(context.getBean(LiveSettingsPoll.class).isRunning()).isFalse();
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void ranksConfigServerAboveTheApplicationsFilesAndBelowTheCommandLine() {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(source("commandLineArgs", Map.of("universal.live.colours.order", "line")));
        sources.addLast(source("configserver:old", Map.of("universal.live.colours.most", "7")));
        sources.addLast(source(
                "Config resource 'class path resource [application.yml]'",
                Map.of("universal.live.colours.most", "9", "universal.live.colours.order", "file")));
        var settings = new LiveSettings(environment);
        var colours = settings.watch(Colours.class);
        assertThat(colours.get()).isEqualTo(new Colours(List.of("line"), 7));

        settings.update(List.of(source(
                "fresh",
                Map.of(
                        "universal.live.colours.most",
                        "${eight}",
                        "universal.live.colours.order",
                        "no",
                        "eight",
                        "8"))));
        assertThat(colours.get()).isEqualTo(new Colours(List.of("line"), 8));

        settings.update(List.of());
        assertThat(colours.get()).isEqualTo(new Colours(List.of("line"), 9));
    }

    @Test
    void canBeFixedForTests() {
        assertThat(Live.fixed(new Colours(List.of(), 1)).get().most()).isEqualTo(1);
    }

    private static MapPropertySource source(String name, Map<String, Object> values) {
        return new MapPropertySource(name, values);
    }

    private static org.springframework.boot.health.contributor.Health health(ApplicationContext context) {
        return context.getBean(SettingsHealth.class).health();
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(assertion);
    }

    private static String answer(String source) {
        return """
               {"name": "painter", "profiles": ["default"], "propertySources": [{"name": "file", "source": %s}]}
               """.formatted(source);
    }
}
