package dev.plinth.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The MySQL server named by PLINTH_TEST_MYSQL_URL. Its makers have no artifact that a build could start. */
final class MySql {
    private static final String VARIABLE = "PLINTH_TEST_MYSQL_URL";
    private static final String REASON = VARIABLE + " names no MySQL server";

    private MySql() {}

    /** Its databases. */
    static Databases databases() {
        return Given.DATABASES;
    }

    private static final class Given {
        private static final Databases DATABASES = new Databases(Objects.requireNonNull(System.getenv(VARIABLE)));
    }

    /** Tests on that server: skipped as a whole where there is none. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @EnabledIfEnvironmentVariable(named = VARIABLE, matches = ".+", disabledReason = REASON)
    @AddLifecycleHook(Skip.class)
    @interface OnGivenServer {}

    /** The same for properties. */
    static final class Skip implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            String given = System.getenv(VARIABLE);
            return given == null || given.isBlank() ? SkipResult.skip(REASON) : SkipResult.doNotSkip();
        }
    }
}
