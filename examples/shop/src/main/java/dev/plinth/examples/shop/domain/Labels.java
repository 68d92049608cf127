package dev.plinth.examples.shop.domain;

import dev.plinth.repository.Repository;

/** All labels. */
public interface Labels extends Repository<Label, String> {}
