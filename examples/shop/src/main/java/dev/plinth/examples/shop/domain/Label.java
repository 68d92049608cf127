package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A word that products are marked with. */
@Entity
public record Label(@Id @Column(length = 20) String name) {}
