package dev.plinth.contract.loading;

/** The id of plots. */
public record PlotKey(String street, int number) {}
