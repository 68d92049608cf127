package dev.plinth.contract.domain;

import dev.plinth.repository.Repository;

public interface CurrencyViews extends Repository<CurrencyView, String> {}
