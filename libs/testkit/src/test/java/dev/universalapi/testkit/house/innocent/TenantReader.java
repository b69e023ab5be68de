package dev.universalapi.testkit.house.innocent;

import java.sql.Connection;

record TenantReader(Connection given) {}
