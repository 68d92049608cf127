package dev.plinth.contract.domain;

import dev.plinth.repository.Repository;

/** A repository of records. */
public interface Currencies extends Repository<Currency, String> {}
