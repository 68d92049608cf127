package dev.plinth.examples.shop.domain;

import dev.plinth.repository.Repository;

/** All categories. */
public interface Categories extends Repository<Category, Integer> {}
