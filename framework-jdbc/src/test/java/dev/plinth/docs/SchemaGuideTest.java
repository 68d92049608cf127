package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.schema.SchemaDifference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaGuideTest {
    private Plinth plinth;

    @BeforeEach
    void open() {
        plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Parcel.class)
                .build();
    }

    @AfterEach
    void close() {
        plinth.close();
    }

    @Test
    void script(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("schema.sql");
        // docs:schema-script
        Files.writeString(file, plinth.schema().script());
        // end
        assertThat(file).content().contains("create table", "parcel");
    }

    @Test
    void atStartUp() {
        assertThatThrownBy(this::check).hasMessageContaining("the table 'parcel' does not exist");
        plinth.schema().create();
        check();
        plinth.transact(uow -> uow.insert(new Parcel("A-1", 100)));
    }

    private void check() {
        // docs:schema-validate
        List<SchemaDifference> faults = plinth.schema().validate().stream()
                .filter(difference -> difference.severity() == SchemaDifference.Severity.ERROR)
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the database does not fit this version:\n"
                    + faults.stream().map(SchemaDifference::toString).collect(Collectors.joining("\n")));
        }
        // end
    }

    @Test
    void mending() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        // docs:schema-mend
        for (SchemaDifference difference : plinth.schema().validate()) {
            out.println("-- " + difference.message());
            difference.statements().forEach(statement -> out.println(statement + ";"));
        }
        // end
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("-- the table 'parcel' does not exist", "create table if not exists \"parcel\"");
    }
}
