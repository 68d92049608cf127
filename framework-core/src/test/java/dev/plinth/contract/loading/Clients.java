package dev.plinth.contract.loading;

import dev.plinth.repository.Repository;

/** The clients. */
public interface Clients extends Repository<Client, Long> {}
