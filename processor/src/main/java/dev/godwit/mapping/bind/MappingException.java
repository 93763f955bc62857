package dev.godwit.mapping.bind;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.read.Place;

/** A mapping that cannot be bound; caught where the rest of the model can go on, and reported there. */
final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message message;
    private final transient Place place;

    MappingException(Message message, Place place) {
        super(message.toString(), null, false, false);
        this.message = message;
        this.place = place;
    }

    Message message() {
        return message;
    }

    Place place() {
        return place;
    }
}
