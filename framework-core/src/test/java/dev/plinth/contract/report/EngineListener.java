package dev.plinth.contract.report;

import dev.plinth.contract.EngineSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests of each {@link EngineSuite}, and of the property classes that belong to it, and leaves the counts in
 * {@code target/engine-report} of the module. Registered as a service.
 */
public final class EngineListener implements TestExecutionListener {
    private final Map<String, Counts> byClass = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        byClass.clear();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    counts(test).passed++;
                }
            }
            case FAILED -> counts(test).failed++;
            case ABORTED ->
                skip(
                        test,
                        thrown.map(Throwable::getMessage)
                                .map(message -> message.replaceFirst("^Assumption failed: ", ""))
                                .orElse("aborted"));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skip(test, reason);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String engine = entry.getKeyValuePairs().get(EngineSuite.ENGINE);
        if (engine != null) {
            counts(test).engine = engine;
        }
        String properties = entry.getKeyValuePairs().get(EngineSuite.PROPERTIES);
        if (properties != null) {
            counts(test).properties = Arrays.asList(properties.split(","));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        byClass.forEach((name, counts) -> {
            if (counts.suite) {
                counts.properties.stream()
                        .map(byClass::get)
                        .filter(java.util.Objects::nonNull)
                        .forEach(counts::add);
                try {
                    counts.result().write(EngineResult.DIRECTORY.resolve(name + ".properties"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    // a suite that is skipped as a whole is one skip: what it would have run is not known
    private void skip(TestIdentifier test, String reason) {
        Counts counts = counts(test);
        counts.skipped.merge(
                reason.startsWith(counts.engine)
                        ? reason.substring(counts.engine.length()).strip()
                        : reason,
                1,
                Integer::sum);
    }

    private Counts counts(TestIdentifier test) {
        TestIdentifier top = test;
        Class<?> type = null;
        for (TestIdentifier each = test; each != null; each = parent(each)) {
            if (each.getSource().orElse(null) instanceof ClassSource source) {
                top = each;
                type = source.getJavaClass();
            }
        }
        String display = top.getDisplayName();
        boolean suite = type != null && EngineSuite.class.isAssignableFrom(type);
        return byClass.computeIfAbsent(type == null ? "" : type.getName(), name -> new Counts(display, suite));
    }

    private @Nullable TestIdentifier parent(TestIdentifier test) {
        return plan == null ? null : plan.getParent(test).orElse(null);
    }

    private static final class Counts {
        private final Map<String, Integer> skipped = new TreeMap<>();
        private final boolean suite;
        private String engine;
        private List<String> properties = List.of();
        private int passed;
        private int failed;

        Counts(String engine, boolean suite) {
            this.engine = engine;
            this.suite = suite;
        }

        void add(Counts other) {
            passed += other.passed;
            failed += other.failed;
            other.skipped.forEach((reason, count) -> skipped.merge(reason, count, Integer::sum));
        }

        EngineResult result() {
            return new EngineResult(engine, passed, failed, skipped);
        }
    }
}
