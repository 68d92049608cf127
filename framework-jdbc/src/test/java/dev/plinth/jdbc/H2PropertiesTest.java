package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on H2 in memory. */
final class H2PropertiesTest extends SpecificationProperties implements H2Test.OnH2 {}
