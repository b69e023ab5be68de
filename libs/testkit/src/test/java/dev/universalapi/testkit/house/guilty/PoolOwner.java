package dev.universalapi.testkit.house.guilty;

import org.postgresql.ds.PGSimpleDataSource;

record PoolOwner(PGSimpleDataSource source) {}
