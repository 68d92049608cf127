package dev.plinth.memory;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds. */
class MemoryGraphHistoriesTest extends GraphProperties implements MemoryContractTest.InMemory {}
