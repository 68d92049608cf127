package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on MariaDB. */
final class MariaDbPropertiesTest extends SpecificationProperties implements MariaDbTest.OnMariaDb {}
