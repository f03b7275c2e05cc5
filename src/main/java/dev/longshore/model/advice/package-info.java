/** What the user should know or do next: alert rules, next step, needs attention. */
@NullMarked
package dev.longshore.model.advice;

import org.jspecify.annotations.NullMarked;
