/** Entities that store themselves, where an application wants that: a few calls on the running unit of work. */
@org.jspecify.annotations.NullMarked
package dev.plinth.activerecord;
