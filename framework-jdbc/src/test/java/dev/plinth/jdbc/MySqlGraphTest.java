package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

/** What a store does for graphs, on MySQL. */
@MySql.OnGivenServer
final class MySqlGraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return MySql.databases().backend().connect((kind, rows, batched) -> {});
    }
}
