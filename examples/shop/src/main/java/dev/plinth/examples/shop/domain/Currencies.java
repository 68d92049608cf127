package dev.plinth.examples.shop.domain;

import dev.plinth.repository.Repository;

/** All currencies. */
public interface Currencies extends Repository<Currency, String> {}
