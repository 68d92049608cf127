package dev.plinth.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of the model in the tour is the one that the model draws. */
class DiagramTest {
    @Test
    void theTourShowsTheModel() throws IOException {
        try (Plinth plinth =
                Plinth.builder(MemoryBackend.create()).entities(Shop.MODEL).build()) {
            String diagram = plinth.schema().diagram().strip();
            assertThat(Files.readString(Path.of("../../docs/shop.md"))).contains("```mermaid\n" + diagram + "\n```");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        try (Plinth plinth =
                Plinth.builder(MemoryBackend.create()).entities(Shop.MODEL).build()) {
            plinth.schema().create();
            assertThat(plinth.schema().validateReferences()).isEqualTo(List.of());
        }
    }
}
