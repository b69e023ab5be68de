package dev.universalapi.testkit.house.guilty;

import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OpenWiring {}
