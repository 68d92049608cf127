package dev.plinth.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests on {@link TestServer#GIVEN}: skipped as a whole where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = TestServer.VARIABLE, matches = ".+", disabledReason = OnGivenServer.REASON)
@AddLifecycleHook(OnGivenServer.Skip.class)
@interface OnGivenServer {
    /** Why the tests are skipped. */
    String REASON = "PLINTH_TEST_MONGODB_URI names no MongoDB server with transactions";

    /** The same for properties. */
    final class Skip implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return System.getenv(TestServer.VARIABLE) == null ? SkipResult.skip(REASON) : SkipResult.doNotSkip();
        }
    }
}
