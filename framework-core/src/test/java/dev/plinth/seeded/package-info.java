/**
 * Classes that break the rules of the house, so that the rules can be seen to fail. That the packages below have no
 * package-info is one of the breaches.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.seeded;
