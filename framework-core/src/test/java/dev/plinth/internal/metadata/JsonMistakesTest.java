package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.Problem;
import dev.plinth.internal.json.JsonMapping;
import dev.plinth.mapping.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a property cannot be stored as JSON. */
class JsonMistakesTest {
    private static List<String> problems(@Nullable JsonMapping json, Class<?> type) {
        return ModelReader.read(List.of(type), List.of(), false, List.of(), json).problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(JsonMistakesTest.class.getName() + "$", ""))
                .toList();
    }

    @Entity
    static class Good {
        @Id
        long id;

        @Json
        Map<String, String> words;
    }

    @Test
    void withoutJackson() {
        assertThat(problems(null, Good.class))
                .containsExactly("Good.words: it is @Json, and Jackson's databind is not on the class path. Add the"
                        + " dependency com.fasterxml.jackson.core:jackson-databind, of the version of jackson-core");
        assertThat(problems(JsonMapping.find(null), Good.class)).isEmpty();
    }

    @Entity
    @Table(indexes = @Index(columnList = "words"))
    static class Misplaced {
        @Id
        @Json
        Map<String, String> id;

        @Version
        @Json
        long version;

        @Json
        Map<String, String> words;

        @Json
        @Column(unique = true, length = 10)
        List<String> unique;

        @Json
        @Lob
        List<String> large;

        @Json
        @Convert(converter = WordConverter.class)
        String converted;

        @Json
        @ElementCollection
        List<String> elements;

        @ElementCollection
        List<Part> parts;

        @Json
        @Transient
        String forgotten;

        @Json
        static String shared;
    }

    @Entity
    static class Unsupported {
        @Id
        long id;

        @Json
        Optional<String> maybe;

        @Json
        List<Nested> nested;

        @Json
        Map<String, Nested> mapped;

        @Json
        Tree fine;
    }

    record Nested(String name, Optional<String> maybe) {}

    record Tree(Object value, List<Tree> children, Map<String, Tree> byName) {}

    @Test
    void typesThatJacksonNeedsAModuleFor() {
        assertThat(problems(JsonMapping.find(null), Unsupported.class))
                .hasSize(3)
                .allSatisfy(
                        text -> assertThat(text).contains("java.util.Optional").contains("json(...) of the builder"));
    }

    @Embeddable
    record Part(@Json List<String> words) {}

    static class WordConverter implements jakarta.persistence.AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String value) {
            return value;
        }

        @Override
        public String convertToEntityAttribute(String value) {
            return value;
        }
    }

    @Test
    void whereItHasNoMeaning() {
        assertThat(problems(JsonMapping.find(null), Misplaced.class))
                .anySatisfy(
                        text -> assertThat(text).startsWith("Misplaced.id: ").contains("is JSON"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.version: a version cannot be"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced: the index names 'words', which is JSON"))
                .anySatisfy(
                        text -> assertThat(text).startsWith("Misplaced.unique: a value that is @Json cannot be unique"))
                .anySatisfy(
                        text -> assertThat(text).startsWith("Misplaced.unique: the attribute 'length' has no meaning"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.large: only text and bytes"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.converted: @Json says how"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.elements: the elements of a collection"))
                .anySatisfy(text -> assertThat(text).startsWith("Part.words: a property of a collection's elements"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.forgotten: it is @Transient and mapped"))
                .anySatisfy(text -> assertThat(text).startsWith("Misplaced.shared: @Json has no effect on a static"));
    }
}
