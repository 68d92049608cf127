package dev.plinth.contract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The walls of the house, the same for every module: a module's {@code ArchitectureTest} takes them all over. That each of
 * them can fail is shown by {@code ArchitectureRulesTest} in core.
 */
public final class ArchitectureRules {
    private static final String ROOT = "dev.plinth";
    private static final String PERSISTENCE = "jakarta.persistence";

    @ArchTest
    public static final ArchRule NO_PACKAGE_IS_PART_OF_A_CIRCLE = SlicesRuleDefinition.slices()
            .assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles();

    @ArchTest
    public static final ArchRule CORE_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plinth.jdbc..", "dev.plinth.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "com.mongodb..", "org.bson..");

    @ArchTest
    public static final ArchRule SQL_KNOWS_NO_DOCUMENTS = noClasses()
            .that()
            .resideInAPackage("dev.plinth.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "dev.plinth.mongo..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DOCUMENTS_KNOW_NO_SQL = noClasses()
            .that()
            .resideInAPackage("dev.plinth.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "dev.plinth.jdbc..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule BACKENDS_STAND_ON_THE_PUBLIC_SPI = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.plinth.jdbc..", "dev.plinth.mongo..", "dev.plinth.memory..", "dev.plinth.internal.memory..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.plinth.internal..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.plinth.internal.memory.."))));

    @ArchTest
    public static final ArchRule CODE_IS_GENERATED_IN_TWO_PACKAGES_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plinth.internal.access..", "dev.plinth.internal.proxy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.bytebuddy..");

    @ArchTest
    public static final ArchRule ONLY_METADATA_KNOWS_MAPPING_ANNOTATIONS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plinth.internal.metadata..", "dev.plinth.internal.audit..")
            .should()
            .dependOnClassesThat(mappingAnnotations());

    @ArchTest
    public static final ArchRule THE_AUDIT_ENTITIES_DO_NOT_READ_THEIR_ANNOTATIONS = classes()
            .that()
            .resideInAPackage("dev.plinth.internal.audit..")
            .should(new NotRead(mappingAnnotations()))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule THE_API_SHOWS_NO_INTERNAL_TYPE =
            classes().that().resideOutsideOfPackage("..internal..").should(new ShowNoInternalType());

    @ArchTest
    public static final ArchRule NOTHING_IMPORTS_THE_FRONT_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    public static final ArchRule ERRORS_KNOW_NOTHING_OF_PLINTH = noClasses()
            .that()
            .resideInAPackage("dev.plinth.error")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.plinth..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.plinth.error"))));

    @ArchTest
    public static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(new LiveInANullMarkedPackage());

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaClass> mappingAnnotations() {
        return resideInAnyPackage(PERSISTENCE + "..")
                .and(DescribedPredicate.describe("annotations", JavaClass::isAnnotation));
    }

    /** Leaves out tests, also those of core that come as a test-jar. */
    public static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
