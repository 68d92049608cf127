/** The order desk's domain: entities, their repositories and the specifications it asks for them with. */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.shop.domain;
