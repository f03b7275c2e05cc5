package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.theme.Token;
import java.util.Optional;

/**
 * Something that needs the person.
 *
 * @param subject what it is about: a connection or a migration, by name
 * @param sentence what is the matter
 * @param token how grave it is
 * @param migration which migration, or empty where it is about none
 */
public record Alert(String subject, String sentence, Token token, Optional<MigrationKey> migration) {}
