/** Tests of the domain's language and of the rules of a migration's lifecycle. */
@NullMarked
package dev.longshore.model;

import org.jspecify.annotations.NullMarked;
