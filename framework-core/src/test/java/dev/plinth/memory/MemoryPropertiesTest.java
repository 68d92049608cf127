package dev.plinth.memory;

import dev.plinth.contract.SpecificationProperties;

/** Specifications on the in-memory backend mean what they mean on objects. */
class MemoryPropertiesTest extends SpecificationProperties implements MemoryContractTest.InMemory {}
