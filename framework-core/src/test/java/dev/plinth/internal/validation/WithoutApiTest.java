package dev.plinth.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Booking;
import dev.plinth.memory.MemoryBackend;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** An application that has neither the API of Jakarta Validation nor a provider. */
class WithoutApiTest {
    /** What runs on the smaller class path. */
    static final class Inserts implements Callable<String> {
        @Override
        public String call() {
            try (Plinth plinth = Plinth.builder(MemoryBackend.create())
                    .entities(Booking.class)
                    .build()) {
                plinth.schema().create();
                Booking invalid = new Booking("x".repeat(41));
                plinth.transact(uow -> uow.insert(invalid));
                return "inserted "
                        + plinth.readResult(uow ->
                                uow.getById(Booking.class, invalid.getId()).getSeats());
            }
        }
    }

    @Test
    void nothingIsValidated() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("validat"))
                .map(WithoutApiTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            var constructor = without.loadClass(Inserts.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            assertThat(((Callable<?>) constructor.newInstance()).call()).isEqualTo("inserted 2");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
