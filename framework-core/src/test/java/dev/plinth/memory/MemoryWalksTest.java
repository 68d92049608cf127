package dev.plinth.memory;

import dev.plinth.contract.LoadingProperties;

/** Any walk along associations comes to what a plain model comes to. */
class MemoryWalksTest extends LoadingProperties implements MemoryContractTest.InMemory {}
