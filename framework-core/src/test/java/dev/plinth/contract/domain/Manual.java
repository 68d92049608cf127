package dev.plinth.contract.domain;

import dev.plinth.mapping.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record with JSON in it. */
@Entity
public record Manual(
        @Id long id, @Version long version, @Json @Nullable List<String> pages) {}
