package dev.plinth.examples.shop;

import dev.plinth.examples.shop.report.Invariants;
import jakarta.data.exceptions.DataException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command line. Exit codes: 0 for a good day, 1 where something is broken, 2 for a wrong option. */
public final class Main {
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        boolean terminal = System.console() != null;
        int code = run(List.of(args), utf8(System.out), utf8(System.err), terminal);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> args, PrintStream out, PrintStream err, boolean terminal) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            return verdict(new Shop(options, out, terminal).run(), out, err);
        } catch (UsageException e) {
            err.printf("%s%n%n%s", e.getMessage(), Options.USAGE);
            return USAGE;
        } catch (DataException e) {
            err.println("The day could not be finished: " + e.getMessage());
            return BROKEN;
        }
    }

    private static int verdict(Invariants invariants, PrintStream out, PrintStream err) {
        if (invariants.broken().isEmpty()) {
            out.printf(
                    "All %,d checks hold: money adds up, every change is audited, no update was lost.%n",
                    invariants.checked());
            return 0;
        }
        err.printf("BROKEN: %,d of %,d checks%n", invariants.broken().size(), invariants.checked());
        invariants.broken().forEach(broken -> err.println("  " + broken));
        return BROKEN;
    }

    // names have accents, whatever the locale says
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
