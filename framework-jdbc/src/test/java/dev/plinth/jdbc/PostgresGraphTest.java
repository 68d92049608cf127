package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

/** What a store does for graphs, on PostgreSQL. */
final class PostgresGraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return Postgres.backend().connect((kind, rows, batched) -> {});
    }
}
