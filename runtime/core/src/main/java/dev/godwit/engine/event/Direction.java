package dev.godwit.engine.event;

/** Which half of a migration runs. */
public enum Direction {
    UP("forward", "applied", "migration", "expanded"),
    DOWN("back", "rolled back", "rollback", "rollback expanded");

    private final String text;
    private final String past;
    private final String what;
    private final String half;

    Direction(String text, String past, String what, String half) {
        this.text = text;
        this.past = past;
        this.what = what;
        this.half = half;
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

    /** As people read it after the fact, of a migration of which something is left. */
    String past(Left left) {
        return left == Left.CONTRACT ? half : past;
    }

    /** As people count it after the fact, of migrations whose contract is left. */
    String expanded(int migrations) {
        return "%d %s%s expanded".formatted(migrations, what, migrations == 1 ? "" : "s");
    }
}
