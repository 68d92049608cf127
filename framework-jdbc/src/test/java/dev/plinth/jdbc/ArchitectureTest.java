package dev.plinth.jdbc;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.plinth.contract.ArchitectureRules;

@AnalyzeClasses(packages = "dev.plinth", importOptions = ArchitectureRules.MainCode.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
