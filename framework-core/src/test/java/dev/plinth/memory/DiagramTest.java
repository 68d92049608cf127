package dev.plinth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Garment;
import dev.plinth.contract.domain.Parade;
import dev.plinth.contract.domain.Scoreboard;
import org.junit.jupiter.api.Test;

/** The picture of a model. */
class DiagramTest {
    @Test
    void showsEntitiesReferencesAndCollections() {
        try (Plinth plinth = Plinth.builder(MemoryBackend.create())
                .entities(Scoreboard.class, Parade.class, Parade.Maker.class, Garment.class)
                .build()) {
            assertThat(plinth.schema().diagram()).isEqualTo("""
                    erDiagram
                        Garment {
                            long id PK
                            string size FK
                            int gloss FK
                        }
                        Garment_alternatives {
                            string alternatives
                        }
                        Gloss {
                            string name
                            int ordinal PK
                        }
                        Maker {
                            long id PK
                        }
                        Parade {
                            long id PK
                            long maker_id FK
                        }
                        Scoreboard {
                            long id PK
                            long version
                        }
                        Scoreboard_scores {
                            string player PK
                            int points
                        }
                        Scoreboard_phones {
                            string phones_key PK
                            string kind
                            string digits
                            int calls
                        }
                        Scoreboard_levels {
                            decimal levels_key PK
                            instant levels
                        }
                        Size {
                            string name PK
                            int ordinal
                        }
                        Garment }o--o| Size : "size"
                        Garment }o--o| Gloss : "finish.gloss"
                        Garment ||--o{ Garment_alternatives : "alternatives"
                        Parade }o--o| Maker : "maker"
                        Parade }o--o{ Maker : "guests"
                        Scoreboard ||--o{ Scoreboard_scores : "scores"
                        Scoreboard ||--o{ Scoreboard_phones : "phones"
                        Scoreboard ||--o{ Scoreboard_levels : "levels"
                    """);
        }
    }
}
