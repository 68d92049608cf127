package dev.plinth.mongo;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.plinth.contract.ArchitectureRules;

/** The walls of the house, for this module. */
@AnalyzeClasses(packages = "dev.plinth", importOptions = ArchitectureRules.MainCode.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    private ArchitectureTest() {}
}
