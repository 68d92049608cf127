package dev.plinth.memory;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds. */
class MemoryHistoriesTest extends UnitOfWorkProperties implements MemoryContractTest.InMemory {}
