package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

/** What a store does for graphs, on H2. */
final class H2GraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return JdbcBackend.url(H2.url()).connect((kind, rows, batched) -> {});
    }
}
