package dev.longshore.model.cleanup;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.fact.Fact;
import java.util.Optional;

/**
 * What the collision guard says of one migration.
 *
 * @param risk how likely the cleanup comes too early
 * @param explanation what will happen by the rules, in plain words with this migration's figures
 * @param saferTime a cleanup time that would leave enough room, empty where the cleanup is far off
 */
public record Collision(Risk risk, Fact explanation, Optional<CleanupTime> saferTime) {}
