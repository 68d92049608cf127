package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.Problem;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusedAnnotationsTest {
    /** Those that stand only within another annotation, which is refused or checked itself. */
    private static final Set<String> NESTED_ONLY = Set.of(
            "CheckConstraint",
            "ColumnResult",
            "ConstructorResult",
            "EntityResult",
            "FieldResult",
            "ForeignKey",
            "Index",
            "NamedAttributeNode",
            "NamedSubgraph",
            "PersistenceProperty",
            "QueryHint",
            "StoredProcedureParameter",
            "UniqueConstraint");

    /** Deprecated, so that no test can use them without a warning; and those about other classes than entities. */
    private static final Set<String> ELSEWHERE = Set.of("Temporal", "MapKeyTemporal", "Converter");

    private static List<Problem> problems(Class<?> type) {
        return ModelReader.read(List.of(type), List.of()).problems();
    }

    @Test
    void everyAnnotationOfJakartaPersistenceIsSupportedOrRefusedByName() throws IOException, URISyntaxException {
        Set<String> refused = new TreeSet<>();
        for (Class<?> type : List.of(Refused.OnClass.class, Refused.OnField.class)) {
            for (Problem problem : problems(type)) {
                if (problem.message().matches("@\\w+ is not supported")) {
                    String name =
                            problem.message().substring(1, problem.message().indexOf(' '));
                    refused.add(name);
                    assertThat(problem.remedy()).as(name).isNotEqualTo(Refusals.annotation("Unknown"));
                }
            }
        }
        Set<String> expected = new TreeSet<>(annotations());
        expected.removeIf(name -> isSupported(name) || NESTED_ONLY.contains(name) || ELSEWHERE.contains(name));

        assertThat(refused).containsExactlyElementsOf(expected);
    }

    @Test
    void theDeprecatedOnesHaveARemedyToo() {
        for (String name : ELSEWHERE) {
            assertThat(Refusals.annotation(name)).isNotEqualTo(Refusals.annotation("Unknown"));
        }
    }

    @Test
    void everyAttributeOutsideTheSubsetIsRefusedByName() {
        assertThat(problems(Refused.Attributes.class))
                .extracting(problem -> problem.member() + ": " + problem.message())
                .map(text -> text.replace("dev.plinth.internal.metadata.", ""))
                .containsExactlyInAnyOrder(
                        ": @Access(AccessType.PROPERTY) is not supported",
                        ": the attribute 'check' of @Table is not supported",
                        ": the attribute 'comment' of @Table is not supported",
                        ": the attribute 'options' of @Table is not supported",
                        ": the attribute 'options' of @UniqueConstraint is not supported",
                        ": the attribute 'options' of @Index is not supported",
                        "column: the attribute 'table' of @Column is not supported",
                        "column: the attribute 'columnDefinition' of @Column is not supported",
                        "column: the attribute 'options' of @Column is not supported",
                        "column: the attribute 'check' of @Column is not supported",
                        "column: the attribute 'comment' of @Column is not supported",
                        "lazy: the attribute 'fetch' of @Basic is not supported",
                        "elements: the attribute 'targetClass' of @ElementCollection is not supported",
                        "elements: the attribute 'foreignKey' of @CollectionTable is not supported",
                        "elements: the attribute 'indexes' of @CollectionTable is not supported",
                        "elements: the attribute 'uniqueConstraints' of @CollectionTable is not supported",
                        "elements: the attribute 'options' of @CollectionTable is not supported",
                        "elements: the attribute 'nullable' of @JoinColumn is not supported",
                        "elements: the attribute 'unique' of @JoinColumn is not supported",
                        "elements: the attribute 'insertable' of @JoinColumn is not supported",
                        "elements: the attribute 'updatable' of @JoinColumn is not supported",
                        "elements: the attribute 'columnDefinition' of @JoinColumn is not supported",
                        "elements: the attribute 'options' of @JoinColumn is not supported",
                        "elements: the attribute 'table' of @JoinColumn is not supported",
                        "elements: the attribute 'comment' of @JoinColumn is not supported",
                        "elements: the attribute 'nullable' of @OrderColumn is not supported",
                        "elements: the attribute 'insertable' of @OrderColumn is not supported",
                        "elements: the attribute 'updatable' of @OrderColumn is not supported",
                        "elements: the attribute 'columnDefinition' of @OrderColumn is not supported",
                        "elements: the attribute 'options' of @OrderColumn is not supported",
                        "elements: the attribute 'columnDefinition' of @Column is not supported",
                        "elements: it says columns of properties, but its elements are single values",
                        "converted: the attribute 'attributeName' of @Convert is not supported",
                        "converted: the attribute 'disableConversion' of @Convert is not supported",
                        "converted: the converter Refused$Trimmed is @Converter(autoApply = true), which is not supported",
                        "level: the enum Refused$Level has an @EnumeratedValue, which is not supported");
    }

    private static boolean isSupported(String simpleName) {
        try {
            return AttributeRules.isSupported(Class.forName("jakarta.persistence." + simpleName)
                    .asSubclass(java.lang.annotation.Annotation.class));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> annotations() throws IOException, URISyntaxException {
        URI jar =
                Entity.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (JarFile file = new JarFile(Path.of(jar).toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("jakarta/persistence/\\w+\\.class"))
                    .map(name -> name.substring("jakarta/persistence/".length(), name.length() - ".class".length()))
                    .filter(RefusedAnnotationsTest::isAnnotation)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isAnnotation(String simpleName) {
        try {
            return Class.forName("jakarta.persistence." + simpleName).isAnnotation();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
