/** The program's icon in the forms and sizes that systems ask for, made from {@code icons/icon.svg}. */
@NullMarked
package dev.longshore.icons;

import org.jspecify.annotations.NullMarked;
