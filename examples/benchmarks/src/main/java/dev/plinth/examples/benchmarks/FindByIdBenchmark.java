package dev.plinth.examples.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads one row by its id, in a transaction of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FindByIdBenchmark {
    private People people;
    private long next;

    @Setup
    public void open() throws SQLException {
        people = new People();
        for (long id = 0; id < People.COUNT; id++) {
            String expected = people.byHand(id).toString();
            if (!expected.equals(people.byPlinth(id).toString())) {
                throw new IllegalStateException("Plinth reads another person than " + expected);
            }
        }
    }

    @TearDown
    public void close() {
        people.close();
    }

    @Benchmark
    public Object jdbc() throws SQLException {
        return people.byHand(nextId());
    }

    @Benchmark
    public Object plinth() {
        return people.byPlinth(nextId());
    }

    // jumps about: 7919 is a prime
    private long nextId() {
        next = (next + 7919) % People.COUNT;
        return next;
    }
}
