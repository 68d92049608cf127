package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

/** What a store does for graphs, on SQLite. */
final class SqliteGraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return Sqlite.backend().connect((kind, rows, batched) -> {});
    }

    @Override
    protected boolean tellsForeignKeys() {
        return false;
    }
}
