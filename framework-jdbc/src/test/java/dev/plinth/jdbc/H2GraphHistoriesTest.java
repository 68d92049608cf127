package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds. */
final class H2GraphHistoriesTest extends GraphProperties implements H2Test.OnH2 {}
