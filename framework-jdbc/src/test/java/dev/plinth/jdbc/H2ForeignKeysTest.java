package dev.plinth.jdbc;

import java.util.UUID;

/** Foreign keys on H2. */
final class H2ForeignKeysTest extends ForeignKeysOnEngine {
    @Override
    String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }
}
