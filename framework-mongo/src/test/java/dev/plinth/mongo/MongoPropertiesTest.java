package dev.plinth.mongo;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties on MongoDB. */
class MongoPropertiesTest extends SpecificationProperties implements MongoTest.OnMongo {}
