/** The state and the rules of the simulated service: databases, migrations, their phases and what it responds. */
@NullMarked
package dev.longshore.simulator.service;

import org.jspecify.annotations.NullMarked;
