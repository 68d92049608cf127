package dev.plinth.docs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** An immutable entity. */
// docs:record
@Entity
public record Currency(
        @Id String code, String name, int digits, @Version long version) {}
// end
