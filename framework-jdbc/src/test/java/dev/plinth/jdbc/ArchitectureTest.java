package dev.plinth.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.plinth.contract.ArchitectureRules;

@AnalyzeClasses(packages = "dev.plinth", importOptions = ArchitectureRules.MainCode.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule SQL_IS_WRITTEN_WHERE_IT_BELONGS = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.plinth.jdbc",
                    "dev.plinth.jdbc.internal.session",
                    "dev.plinth.jdbc.internal.type",
                    "dev.plinth.jdbc.internal.error")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..");
}
