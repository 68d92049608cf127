package dev.plinth.docs.existing;

import dev.plinth.mapping.ReadOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

// docs:existing-view
@Entity
@ReadOnly
@Table(name = "TURNOVER", schema = "LEGACY") // CREATE VIEW "TURNOVER" AS SELECT "ARTICLE", SUM("TOTAL") AS "MONEY" ...
public record Turnover(
        @Id @Column(name = "ARTICLE") String article,
        @Column(name = "MONEY") long money) {}
// end
