package dev.plinth.jdbc;

import dev.plinth.schema.SchemaDifference.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Schemas on SQLite, which can add columns and indexes and nothing else to a table. */
final class SqliteSchemaTest extends SchemaOnEngine {
    @Override
    String url() {
        return Sqlite.url();
    }

    // numbers of SQLite are binary; text keeps the digits
    @Override
    String decimal(int precision, int scale) {
        return "text";
    }

    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(
                EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_SIZE, Kind.COLUMN_GENERATED, Kind.COLUMN_COLLATION));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(
                Kind.COLUMN_TYPE,
                Kind.COLUMN_NULLABILITY,
                Kind.COLUMN_UNKNOWN,
                Kind.PRIMARY_KEY,
                Kind.CHECK,
                Kind.FOREIGN_KEY);
    }
}
