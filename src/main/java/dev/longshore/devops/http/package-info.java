/**
 * The Astra DevOps API over OkHttp and Jackson: sends each request, reads each answer tolerantly, and turns whatever
 * goes wrong into a value whose text is safe to show and to keep.
 */
@NullMarked
package dev.longshore.devops.http;

import org.jspecify.annotations.NullMarked;
