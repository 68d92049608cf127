package dev.plinth.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, small. */
class ShopTest {
    private static final List<String> SMALL = List.of("--customers=120", "--orders=400", "--transactions=150");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(List.of(args), stream(out), stream(err), false);
    }

    private int runSmall(String... args) {
        List<String> all = new ArrayList<>(SMALL);
        all.addAll(List.of(args));
        return run(all.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "postgres", "mariadb", "sqlite", "mongo"})
    void aDayOnADatabaseForTheRun(String backend) {
        int code = runSmall("--backend=" + backend);
        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("120 of 120 customers", "400 of 400 orders", "2026-03-02: 150 transactions by 4 clerks")
                .containsSubsequence(
                        "The days",
                        "Revenue by country",
                        "Open orders",
                        "What happened to",
                        "insert",
                        "In the bin",
                        "Conflicts met",
                        "StaleEntityException",
                        "was told: PL-401: 'SalesOrder' with id",
                        "Statements sent",
                        "checks hold");
    }

    @Test
    void aSecondDayOnTheSameFile(@TempDir Path directory) {
        String url = "--url=jdbc:h2:file:" + directory.resolve("shop").toAbsolutePath();
        assertThat(runSmall(url)).as(() -> text(err)).isZero();
        assertThat(text(out)).contains("2026-03-01  import", "2026-03-02  ").doesNotContain("2026-03-03");
        assertThat(runSmall(url)).as(() -> text(err)).isZero();
        assertThat(text(out))
                .doesNotContain("of 120 customers")
                .contains("2026-03-01  import", "2026-03-02  ", "2026-03-03  ", "checks hold");
    }

    @Test
    void moneyThatDoesNotAddUp() throws SQLException {
        String url = "jdbc:h2:mem:broken;DB_CLOSE_DELAY=-1";
        assertThat(runSmall("--url=" + url)).as(() -> text(err)).isZero();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update \"sales_order\" set \"amount\" = \"amount\" + 1"
                    + " where \"status\" = 'SHIPPED' fetch first row only");
        }
        assertThat(runSmall("--url=" + url)).isEqualTo(1);
        assertThat(text(err))
                .startsWith("BROKEN: 2 of ")
                .contains("worth of all orders since 2026-03-02", "orders whose total is not the sum of their lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--backend=oracle",
                "--backend",
                "--threads=0",
                "--orders=many",
                "--transactions=99999999",
                "--colour=red",
                "h2"
            })
    void aWrongOption(String option) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("--backend=h2|postgres|mariadb|sqlite|mongo|memory");
    }

    @Test
    void aUrlOfNothing() {
        assertThat(run("--backend=memory", "--url=jdbc:h2:mem:shop")).isEqualTo(2);
        assertThat(text(err)).startsWith("--url does not go with --backend=memory");
    }

    @Test
    void help() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).startsWith("The order desk.").contains("--url=URL");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertThat(run("--backend=mongo", "--url=mongodb://localhost:1/shop")).isEqualTo(1);
        assertThat(text(err))
                .startsWith("The day could not be finished: PL-501")
                .hasLineCount(1);
    }
}
