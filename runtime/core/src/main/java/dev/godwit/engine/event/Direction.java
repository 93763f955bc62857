package dev.godwit.engine.event;

/** Which half of a migration runs. */
public enum Direction {
    UP("forward", "applied"),
    DOWN("back", "rolled back");

    private final String text;
    private final String past;

    Direction(String text, String past) {
        this.text = text;
        this.past = past;
    }

    /** The other half. */
    public Direction opposite() {
        return switch (this) {
            case UP -> DOWN;
            case DOWN -> UP;
        };
    }

    /** As people read it before the fact. */
    public String text() {
        return text;
    }

    /** As people read it after the fact. */
    public String past() {
        return past;
    }
}
