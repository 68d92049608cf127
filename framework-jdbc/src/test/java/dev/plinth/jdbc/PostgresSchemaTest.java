package dev.plinth.jdbc;

import dev.plinth.schema.SchemaDifference.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Schemas on PostgreSQL. */
final class PostgresSchemaTest extends SchemaOnEngine {
    @Override
    String url() {
        return Postgres.url();
    }

    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_GENERATED));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(Kind.COLUMN_TYPE, Kind.COLUMN_UNKNOWN);
    }
}
