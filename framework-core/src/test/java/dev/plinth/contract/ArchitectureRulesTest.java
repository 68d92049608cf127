package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.plinth.seeded.api.Leaks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows that the rules can fail, on classes made for it. Not seeded are the walls between the backends and the one around
 * the errors: they have the form of {@link ArchitectureRules#CORE_KNOWS_NO_DATABASE} with other package names, and to break
 * them takes a class inside those packages.
 */
class ArchitectureRulesTest {
    private static final JavaClasses SEEDED = new ClassFileImporter().importPackages("dev.plinth.seeded");

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(SEEDED).getFailureReport().getDetails();
    }

    static Stream<ArchRule> rulesThatTheSeededClassesBreak() {
        return Stream.of(
                ArchitectureRules.NO_PACKAGE_IS_PART_OF_A_CIRCLE,
                ArchitectureRules.CORE_KNOWS_NO_DATABASE,
                ArchitectureRules.CODE_IS_GENERATED_IN_TWO_PACKAGES_ONLY,
                ArchitectureRules.ONLY_METADATA_KNOWS_MAPPING_ANNOTATIONS,
                ArchitectureRules.THE_API_SHOWS_NO_INTERNAL_TYPE,
                ArchitectureRules.NOTHING_IMPORTS_THE_FRONT_DOOR,
                ArchitectureRules.EVERY_PACKAGE_IS_NULL_MARKED);
    }

    @ParameterizedTest
    @MethodSource("rulesThatTheSeededClassesBreak")
    void theRuleCanFail(ArchRule rule) {
        assertThat(violations(rule)).isNotEmpty();
    }

    @Test
    void everyWayToShowAnInternalTypeIsFound() {
        List<String> violations = violations(ArchitectureRules.THE_API_SHOWS_NO_INTERNAL_TYPE);
        for (Class<?> leak : Leaks.class.getDeclaredClasses()) {
            boolean found = violations.stream().anyMatch(text -> text.contains(leak.getName()));
            assertThat(found).as(leak.getName()).isEqualTo(leak != Leaks.Fine.class);
        }
    }

    @Test
    void readingAnAnnotationIsToldFromWearingIt() {
        ArchRule rule = ArchRuleDefinition.classes()
                .should(new NotRead(JavaClass.Predicates.resideInAnyPackage("jakarta.persistence")));
        assertThat(violations(rule))
                .hasSize(2)
                .allMatch(text -> text.contains("Trespasser"))
                .noneMatch(text -> text.contains("Wearer"));
    }
}
