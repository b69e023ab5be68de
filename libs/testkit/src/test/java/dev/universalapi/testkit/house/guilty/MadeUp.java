package dev.universalapi.testkit.house.guilty;

import dev.universalapi.testkit.house.Allowed;

@Allowed(rule = "no-mondays", because = "it would do harm on Tuesdays as well")
record MadeUp() {}
