package dev.universalapi.testkit.house.guilty;

import com.fasterxml.jackson.core.JsonFactory;

record OldJackson(JsonFactory json) {}
