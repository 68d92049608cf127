package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The texts of the documentation. */
public final class Docs {
    private Docs() {}

    /** The folder of the whole project. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs").resolve("errors.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "docs/errors.md is not found from " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text below a heading, up to the next heading. */
    public static String section(String file, String heading) {
        List<String> lines = read(root().resolve("docs").resolve(file)).lines().toList();
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new AssertionError("docs/" + file + " has no heading '" + heading + "'");
        }
        return lines.stream()
                .skip(start + 1L)
                .takeWhile(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    /** Without white space, which code may lay out as it likes. */
    public static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** An error comes about, and docs/errors.md shows its type and its message under its code. */
    public static void shows(ErrorCode code, ThrowingCallable call) {
        Throwable error = catchThrowable(call);
        assertThat(error).isInstanceOf(PlinthError.class);
        assertThat(((PlinthError) error).errorCode()).isEqualTo(code);
        shows(code, error);
    }

    /** docs/errors.md shows the type of an error and its message under a code. */
    public static void shows(ErrorCode code, Throwable error) {
        assertThat(squeezed(section("errors.md", heading(code))))
                .contains(error.getClass().getSimpleName())
                .contains(squeezed(String.valueOf(error.getMessage())));
    }

    static String heading(ErrorCode code) {
        return "### " + code.code() + " " + code.name();
    }
}
