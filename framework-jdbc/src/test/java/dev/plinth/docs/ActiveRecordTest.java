package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActiveRecordTest {
    @Test
    void savesDeletesAndReloads() {
        try (Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Reminder.class)
                .build()) {
            plinth.schema().create();
            // docs:active-record-use
            Reminder reminder = new Reminder("call Grace");
            plinth.transact(uow -> reminder.save()); // upsert
            plinth.transact(uow -> {
                Reminder same = uow.getById(Reminder.class, reminder.getId());
                same.setText("call Ada"); // tracked: no save() needed
                same.reload(); // refresh: "call Grace" again
            });
            List<Reminder> before = all(plinth);
            plinth.transact(uow -> reminder.delete()); // remove
            // end
            assertThat(before).extracting(Reminder::getText).containsExactly("call Grace");
            assertThat(all(plinth)).isEmpty();
        }
    }

    private static List<Reminder> all(Plinth plinth) {
        return plinth.readResult(uow -> uow.find(Selection.of(Reminder.class)));
    }
}
