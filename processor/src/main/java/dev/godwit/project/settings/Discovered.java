package dev.godwit.project.settings;

import dev.godwit.mapping.Message;
import dev.godwit.model.Settings;
import java.util.List;

/**
 * The settings that a project's class path and resources ask for.
 *
 * @param notes why each is as it is
 * @param messages what could not be understood
 */
public record Discovered(Settings settings, List<Note> notes, List<Message> messages) {

    public Discovered {
        notes = List.copyOf(notes);
        messages = List.copyOf(messages);
    }
}
