package dev.plinth.memory;

import dev.plinth.contract.TypeProperties;

/** Specifications on the in-memory backend mean what they mean on objects. */
class MemoryTypesTest extends TypeProperties implements MemoryContractTest.InMemory {}
