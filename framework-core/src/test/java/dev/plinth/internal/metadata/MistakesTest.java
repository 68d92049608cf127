package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.ModelException;
import dev.plinth.error.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private static List<String> problems(Class<?>... types) {
        return ModelReader.read(List.of(types), List.of()).problems().stream()
                .map(Problem::toString)
                .map(MistakesTest::brief)
                .toList();
    }

    private static String brief(String text) {
        return text.replace("dev.plinth.internal.metadata.", "").replace("Mistaken$", "");
    }

    @Test
    void allMistakesOfAllClassesAreReportedAtOnce() throws IOException {
        Class<?>[] types = Arrays.stream(Mistaken.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Entity.class) || type == Mistaken.NotAnEntity.class)
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toArray(Class<?>[]::new);

        ModelReader.Result result = ModelReader.read(List.of(types), List.of());

        assertThat(result.model().entities()).isEmpty();
        String message = brief(new ModelException(result.problems()).getMessage());
        try (InputStream golden = MistakesTest.class.getResourceAsStream("mistakes.txt")) {
            assertThat(message.lines())
                    .containsExactlyElementsOf(new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @Test
    void whatIsNoClassAtAllIsReported() {
        assertThat(problems(Annotated.Status.class, Runnable.class, int[].class))
                .contains(
                        "Annotated$Status: it is an enum. Map a class or a record",
                        "java.lang.Runnable: it is an interface. Map a class or a record");
    }

    @Test
    void goodEntitiesStayInTheModelBesideBadOnes() {
        ModelReader.Result result =
                ModelReader.read(List.of(Mistaken.NoId.class, Annotated.OrderLine.class), List.of());

        assertThat(result.problems()).hasSize(1);
        assertThat(result.model().find(Annotated.OrderLine.class)).isPresent();
        assertThat(result.model().find(Mistaken.NoId.class)).isEmpty();
    }

    @Test
    void aMistakeOfAnEmbeddableThatIsUsedTwiceIsOneMistake() {
        assertThat(Stream.of(problems(Mistaken.Embeddings.class)).flatMap(List::stream))
                .filteredOn(text -> text.startsWith("Versioned.version"))
                .hasSize(1);
    }

    @Entity
    @Table(name = "thing")
    record One(@Id long id) {}

    @Entity(name = "One")
    @Table(name = "THING")
    record Other(@Id long id) {}

    @Test
    void twoEntitiesCannotShareNameOrTable() {
        ModelReader.Result result = ModelReader.read(List.of(One.class, Other.class), List.of());

        assertThat(result.problems())
                .extracting(problem -> brief(problem.toString()))
                .containsExactly(
                        "MistakesTest$Other: the entity's name 'One' is also used by MistakesTest$One. Give one of them"
                                + " another name",
                        "MistakesTest$Other: the table 'THING' is also used by MistakesTest$One. Give one of them another"
                                + " table");
        assertThat(result.model().entities()).hasSize(1);
    }
}
