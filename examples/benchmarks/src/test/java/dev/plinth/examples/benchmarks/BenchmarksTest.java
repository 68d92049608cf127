package dev.plinth.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark runs, if only for a moment. */
class BenchmarksTest {
    private static final TimeValue MOMENT = TimeValue.milliseconds(20);

    @Test
    void allRun() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true"); // nothing is measured here
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(MOMENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .contains(FindByIdBenchmark.class.getName() + ".jdbc", FindByIdBenchmark.class.getName() + ".plinth");
    }
}
