package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.ModelException;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssociationsTest {
    private static List<String> golden(String name) throws IOException {
        try (InputStream golden = Objects.requireNonNull(AssociationsTest.class.getResourceAsStream(name))) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String describe(ModelReader.Result result) {
        assertThat(result.problems()).isEmpty();
        return result.model().entities().stream().map(ModelText::of).collect(Collectors.joining("\n"));
    }

    @Test
    void eachAssociationIsKeptAsItsAnnotationsSay() throws IOException {
        String text = describe(ModelReader.read(Shop.classes(), List.of()));
        assertThat(text.lines()).containsExactlyElementsOf(golden("associations.txt"));
    }

    @Test
    void codeGivesTheModelThatAnnotationsGive() {
        String byCode = describe(ModelReader.read(List.of(), PlainShop.mappings()));

        assertThat(byCode).isEqualTo(describe(ModelReader.read(Shop.mappedByCode(), List.of())));
    }

    @Test
    void allMistakesOfAllAssociationsAreReportedAtOnce() throws IOException {
        List<Class<?>> types = Arrays.<Class<?>>stream(MistakenAssociations.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .sorted(Comparator.comparing(Class::getName))
                .toList();

        String message = new ModelException(ModelReader.read(types, List.of()).problems()).getMessage();

        String brief = message.replace("dev.plinth.internal.metadata.", "").replace("MistakenAssociations$", "");
        assertThat(brief.lines()).containsExactlyElementsOf(golden("association-mistakes.txt"));
    }
}
