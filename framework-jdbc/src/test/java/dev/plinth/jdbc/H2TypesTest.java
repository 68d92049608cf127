package dev.plinth.jdbc;

import dev.plinth.contract.TypeProperties;

/** The round trips of values, on H2 in memory. */
final class H2TypesTest extends TypeProperties implements H2Test.OnH2 {}
