/**
 * The Astra DevOps API as Longshore uses it: an interface whose answers are values. Nothing here throws for what a
 * network or a service can do.
 */
@NullMarked
package dev.longshore.devops;

import org.jspecify.annotations.NullMarked;
