package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

/** What a store does for graphs, on MariaDB. */
final class MariaDbGraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return MariaDb.DATABASES.backend().connect((kind, rows, batched) -> {});
    }
}
