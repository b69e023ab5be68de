package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.dead.Undertaker;
import dev.universalapi.platform.events.send.Topics;
import dev.universalapi.platform.events.trace.Traces;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// Puts the consumers of a service together.
///
/// @param codec knows the service's name, which is the name of its group of consumers
@AcrossTenants(because = "a batch holds events of many organisations, and is handled in one transaction")
record Hearing(
        KafkaProperties kafka,
        EventsProperties.Receive settings,
        Codec codec,
        Topics topics,
        Undertaker undertaker,
        Traces traces,
        MeterRegistry meters) {

    Consumers consumers(Database database, Subscriptions subscriptions) {
        var system = database.system();
        var clock = InstantSource.system();
        var memory = new Memory(system);
        var group = codec.source();
        var batches = new Batches(
                codec,
                subscriptions,
                new Effect(system.transactions(), memory, subscriptions),
                undertaker,
                meters,
                clock,
                settings);
        var containers = new Containers(kafka.buildConsumerProperties(), group, settings);
        var consumers = new Consumers(
                topics, () -> Admin.create(kafka.buildAdminProperties()), group, memory, database::awaitTables, clock);
        subscriptions.topics().forEach(topic -> consumers.listen(topic, batches, containers, traces, meters));
        return consumers;
    }
}
