package dev.universalapi.testkit.house.guilty;

import org.apache.kafka.clients.producer.Producer;

record KafkaUser(Producer<String, String> producer) {}
