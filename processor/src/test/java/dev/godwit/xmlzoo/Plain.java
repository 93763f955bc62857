package dev.godwit.xmlzoo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes without a single annotation. */
class Plain {

    enum Mood {
        CALM,
        CROSS
    }

    static class Named {
        Long id;
        long revision;
        String label;
    }

    static class Harbour extends Named {
        Mood mood;
        String notes;
        BigDecimal depth;
        Position position;
        Set<Boat> boats;
        List<String> lights;
        Map<String, Position> buoys;
        Set<Position> anchorages;
        String ignored;
        Date opened;
        LocalDate dredged;
        String taxCode;
    }

    static class Position {
        double latitude;
        double longitude;
    }

    static class Boat {
        private Long number;
        private String title;
        private Harbour harbour;
        private Set<Sailor> crew;
        private Engine engine;

        Long getNumber() {
            return number;
        }

        String getTitle() {
            return title;
        }

        Harbour getHarbour() {
            return harbour;
        }

        Set<Sailor> getCrew() {
            return crew;
        }

        Engine getEngine() {
            return engine;
        }
    }

    static class Ferry extends Boat {
        private int cars;

        int getCars() {
            return cars;
        }
    }

    static class Sailor {
        SailorId id;
        String name;
        Map<Boat, String> duties;
        Object keepsake;
    }

    static class SailorId {
        String country;
        int number;
    }

    static class Engine {
        String serial;
        Boat boat;
        int power;
    }
}
