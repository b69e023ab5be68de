package dev.universalapi.platform.settings;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/// Keeps every [Live] at what config-server says. A value that cannot be leaves the old one in force.
public final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);
    private static final String FROM_CONFIG_SERVER = "configserver:";
    private static final String FROM_CONFIG_FILES = "Config resource";

    private final ConfigurableEnvironment environment;
    private final List<Live<?>> watched = new CopyOnWriteArrayList<>();
    private volatile @Nullable List<PropertySource<?>> fetched;

    LiveSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /// Begins to watch the setting of a type. If what is configured now cannot be, the type's own defaults hold.
    public <T extends Record> Live<T> watch(Class<T> type) {
        var annotation = Objects.requireNonNull(
                type.getAnnotation(ConfigurationProperties.class), () -> type + " lacks @ConfigurationProperties");
        var defaults = new Binder(List.of()).bindOrCreate(annotation.value(), Bindable.of(type));
        var live = new Live<>(annotation.value(), type, defaults);
        update(live, binder());
        watched.add(live);
        return live;
    }

    List<Live<?>> watched() {
        return List.copyOf(watched);
    }

    /// Takes what config-server said, in its order of precedence.
    void update(List<PropertySource<?>> sources) {
        fetched = List.copyOf(sources);
        var binder = binder();
        watched.forEach(live -> update(live, binder));
    }

    private static <T extends Record> void update(Live<T> live, Binder binder) {
        try {
            var value = binder.bindOrCreate(live.prefix(), Bindable.of(live.type()));
            if (live.accept(value)) {
                LOG.atInfo()
                        .addKeyValue("setting", live.prefix())
                        .addKeyValue("value", value)
                        .log("A setting holds");
            }
        } catch (BindException invalid) {
            var key = invalid.getName().toString();
            var why = key.equals(live.prefix()) ? cause(invalid) : key + ": " + cause(invalid);
            if (live.refuse(why)) {
                LOG.atWarn()
                        .addKeyValue("setting", live.prefix())
                        .addKeyValue("why", why)
                        .log("A setting cannot be, the old value stays");
            }
        }
    }

    private static String cause(Throwable thrown) {
        var deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return Objects.requireNonNullElse(
                deepest.getMessage(), deepest.getClass().getSimpleName());
    }

    private Binder binder() {
        var sources = sources();
        return new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
    }

    /// As at start, with what config-server says now in the place of what it said then: above the application's
    /// own files, below the environment and the command line.
    private MutablePropertySources sources() {
        var merged = new MutablePropertySources();
        var fresh = fetched;
        var placed = fresh == null;
        for (var source : environment.getPropertySources()) {
            if (ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
                continue;
            }
            var remote = source.getName().startsWith(FROM_CONFIG_SERVER);
            if (!placed && fresh != null && (remote || source.getName().startsWith(FROM_CONFIG_FILES))) {
                fresh.forEach(merged::addLast);
                placed = true;
            }
            if (!remote || fresh == null) {
                merged.addLast(source);
            }
        }
        if (!placed && fresh != null) {
            fresh.forEach(merged::addLast);
        }
        return merged;
    }
}
