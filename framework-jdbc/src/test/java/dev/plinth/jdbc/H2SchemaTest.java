package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.jdbc.SchemaEntities.Shelf;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

    @Test
    void aColumnThatIsNotComputedIsTold() {
        assertAColumnThatIsNotComputedIsTold();
    }

    @Test
    void aTypeThatIgnoresCaseIsToldAndMended() {
        execute("create table \"shelf\" (\"id\" bigint primary key, \"room\" int not null,"
                + " \"label\" varchar_ignorecase(50), \"load\" numeric(10, 2))");
        Plinth plinth = plinth(Shelf.class);
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.COLUMN_COLLATION);
            assertThat(each.severity()).isEqualTo(Severity.ERROR);
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }
}
