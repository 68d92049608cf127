package dev.plinth.contract.domain;

import dev.plinth.repository.Repository;

public interface Seats extends Repository<Seat, SeatKey> {}
