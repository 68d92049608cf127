package dev.plinth.jdbc;

/** Schemas on MySQL, which has no sequences. */
@MySql.OnGivenServer
final class MySqlSchemaTest extends MySqlFamilySchemas {
    @Override
    String url() {
        return MySql.databases().url();
    }

    @Override
    boolean hasSequences() {
        return false;
    }
}
