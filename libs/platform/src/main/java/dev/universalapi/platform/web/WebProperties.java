package dev.universalapi.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a service reads.
///
/// @param maxBody the largest body of a request
@ConfigurationProperties("universal.web")
public record WebProperties(@DefaultValue("1MB") DataSize maxBody) {}
