package dev.plinth.repository;

/** . */
public abstract class AbstractRepository {}
