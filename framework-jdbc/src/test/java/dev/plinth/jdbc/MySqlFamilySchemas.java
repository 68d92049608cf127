package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.jdbc.SchemaEntities.Shelf;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schemas on MySQL and MariaDB, in databases whose own collation is a language's. */
abstract class MySqlFamilySchemas extends SchemaOnEngine {
    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_GENERATED));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(Kind.COLUMN_TYPE, Kind.COLUMN_UNKNOWN);
    }

    @Override
    String quoted(String sql) {
        return sql.replace('"', '`');
    }

    @Override
    String dropIndex(String index, String table) {
        return "drop index " + index + " on " + table;
    }

    @Override
    boolean hasIdentityAlways() {
        return false;
    }

    @Override
    boolean isCatalogADatabase() {
        return true;
    }

    @Test
    void columnsThatIgnoreCaseAreToldAndMended() {
        execute("create table shelf (id bigint primary key, room int not null, label varchar(70) not null,"
                + " `load` numeric(10, 2))");
        Plinth plinth = plinth(Shelf.class);
        assertThat(plinth.schema().validate())
                .filteredOn(each -> each.kind() == Kind.COLUMN_COLLATION)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.severity()).isEqualTo(Severity.ERROR);
                    assertThat(each.message()).contains("'utf8mb4_unicode_ci'");
                    assertThat(each.statements()).singleElement().asString().contains("varchar(70)");
                });
        mendAll(plinth);
        assertThat(plinth.schema().validate())
                .extracting(SchemaDifference::kind)
                .isEmpty();
    }
}
