package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssociationsTest {
    @Test
    void eachAssociationIsKeptAsItsAnnotationsSay() throws IOException {
        ModelReader.Result result = ModelReader.read(List.of(Shop.classes()), List.of());

        assertThat(result.problems()).isEmpty();
        String text = result.model().entities().stream().map(ModelText::of).collect(Collectors.joining("\n"));
        try (InputStream golden =
                Objects.requireNonNull(AssociationsTest.class.getResourceAsStream("associations.txt"))) {
            assertThat(text.lines())
                    .containsExactlyElementsOf(new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }
}
