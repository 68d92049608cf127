package dev.plinth.jdbc;

import dev.plinth.schema.SchemaDifference.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Schemas on H2. */
final class H2SchemaTest extends SchemaOnEngine {
    @Override
    String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_GENERATED, Kind.COLUMN_COLLATION));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(Kind.COLUMN_TYPE, Kind.COLUMN_UNKNOWN);
    }
}
