package dev.plinth.examples.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(
        Backend backend, @Nullable String url, int customers, int orders, int transactions, int threads, boolean help) {
    static final String USAGE = """
            The order desk. It imports customers and orders into an empty database, works through a day, and reports.
            A database that is not empty is worked on for another day.

              --backend=h2|postgres|mariadb|sqlite|mongo|memory
                                 where to: h2 (default) is a file in ./shop-data; postgres and mariadb are servers
                                 that are started for the run, mongo one in this process, sqlite a file for the run
              --url=URL          another H2 database (jdbc:h2:...), a PostgreSQL (jdbc:postgresql://host/database),
                                 a MariaDB (jdbc:mariadb://host/database), a file of SQLite (jdbc:sqlite:...) or a
                                 MongoDB server (mongodb://host/database)
              --customers=N      customers to import (10000)
              --orders=N         orders to import (50000)
              --transactions=N   transactions of the day (2000)
                                 the MongoDB server in this process is an imitation without indexes, so that there
                                 the defaults are 1000, 4000 and 300
              --threads=N        clerks at work (4)
              --help             this text
            """;

    private static final int MANY = 10_000_000;

    enum Backend {
        H2,
        POSTGRES,
        MARIADB,
        SQLITE,
        MONGO,
        MEMORY
    }

    static Options parse(List<String> args) {
        Options options = new Options(Backend.H2, null, 0, 0, 0, 4, false);
        for (String arg : args) {
            options = options.with(arg);
        }
        if (options.url != null && options.backend == Backend.MEMORY) {
            throw new UsageException("--url does not go with --backend=memory");
        }
        return options.withDefaults();
    }

    private Options withDefaults() {
        boolean imitation = backend == Backend.MONGO && url == null;
        return new Options(
                backend,
                url,
                customers == 0 ? imitation ? 1_000 : 10_000 : customers,
                orders == 0 ? imitation ? 4_000 : 50_000 : orders,
                transactions == 0 ? imitation ? 300 : 2_000 : transactions,
                threads,
                help);
    }

    private Options with(String arg) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        String value = equals < 0 ? "" : arg.substring(equals + 1);
        return switch (name) {
            case "--help" -> new Options(backend, url, customers, orders, transactions, threads, true);
            case "--backend" -> new Options(backend(value), url, customers, orders, transactions, threads, help);
            case "--url" -> new Options(backend, value, customers, orders, transactions, threads, help);
            case "--customers" -> new Options(backend, url, number(name, value), orders, transactions, threads, help);
            case "--orders" -> new Options(backend, url, customers, number(name, value), transactions, threads, help);
            case "--transactions" -> new Options(backend, url, customers, orders, number(name, value), threads, help);
            case "--threads" -> new Options(backend, url, customers, orders, transactions, number(name, value), help);
            default -> throw new UsageException("'" + arg + "' is not an option");
        };
    }

    private static Backend backend(String value) {
        for (Backend each : Backend.values()) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        throw new UsageException("'" + value + "' is not a backend");
    }

    private static int number(String name, String value) {
        if (!value.matches("[0-9]{1,8}") || value.matches("0+") || Integer.parseInt(value) > MANY) {
            throw new UsageException(name + " takes a number from 1 to " + MANY + ", not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
