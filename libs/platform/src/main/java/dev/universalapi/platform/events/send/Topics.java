package dev.universalapi.platform.events.send;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.wire.WireType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes topics that do not exist yet, each with the one for its dead letters beside it. An operator who made them, or
/// who lets nobody make any, is not in the way.
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final EventsProperties.Topic wanted;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    /// @param given what `spring.kafka` says to administrators
    public Topics(Map<String, Object> given, EventsProperties.Topic wanted) {
        settings = new HashMap<>(given);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.wanted = wanted;
    }

    /// Whether the topic can be used; false when Kafka does not say, and asking again later may help.
    public boolean ensure(String topic) {
        return there.contains(topic) || make(topic);
    }

    private boolean make(String topic) {
        try (var admin = Admin.create(settings)) {
            var made = admin.createTopics(List.of(
                    topic(topic),
                    topic(WireType.dead(topic))
                            .configs(Map.of(
                                    TopicConfig.RETENTION_MS_CONFIG,
                                    Long.toString(wanted.deadKept().toMillis())))));
            for (var result : made.values().values()) {
                result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RetriableException
                    || refused.getCause() instanceof AuthenticationException) { // a wrong password may be mended
                return false;
            }
            if (!(refused.getCause() instanceof TopicExistsException)) {
                LOG.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("answer", String.valueOf(refused.getCause()))
                        .log("The topic cannot be made here; somebody else must have made it");
            }
        } catch (KafkaException | TimeoutException _) {
            return false;
        }
        there.add(topic);
        return true;
    }

    private NewTopic topic(String name) {
        return new NewTopic(
                name,
                Optional.of(wanted.partitions()),
                wanted.replicas() < 0 ? Optional.empty() : Optional.of(wanted.replicas()));
    }
}
