/** Tests of the in-memory backend through its SPI. */
@org.jspecify.annotations.NullMarked
package dev.plinth.memory;
