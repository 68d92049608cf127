package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.Plinth;
import dev.plinth.jdbc.SchemaEntities.Member;
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
    void aColumnThatIsNotComputedIsTold() {
        assertAColumnThatIsNotComputedIsTold();
    }

    @Test
    void aKeyOfTheFirstCharactersIsToldAndMended() {
        Plinth plinth = plinth(Member.class);
        plinth.schema().create();
        execute(
                dropIndex("uk_member_mail", "member"),
                "create unique index uk_member_mail on member(mail(5), plinth_live)");
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.UNIQUE_KEY);
            assertThat(each.message()).contains("only the first 5 characters");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void typesThatLookWideEnoughAreTold() {
        execute("create table shelf (id bigint primary key, room mediumint not null, label varchar(50) collate "
                + "utf8mb4_unicode_ci comment 'what it says', `load` decimal(10, 2) unsigned)");
        assertThat(plinth(Shelf.class).schema().validate())
                .extracting(
                        SchemaDifference::kind,
                        SchemaDifference::column,
                        each -> each.statements().size())
                .containsExactly(
                        tuple(Kind.COLUMN_SIZE, "room", 1),
                        // a comment would be lost
                        tuple(Kind.COLUMN_COLLATION, "label", 0),
                        tuple(Kind.COLUMN_SIZE, "load", 0));
        assertThat(plinth(Shelf.class).schema().validate().get(0).message()).endsWith("it needs int");
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
