package dev.godwit.xmlzoo;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Classes without annotations, mapped with Hibernate's extensions. */
class Extended {

    static class Parcel {
        UUID id;
        String code;
        Depot depot;
        BigDecimal weight;
        String label;
        int doubled;
        Object cargo;
        List<String> stamps;
        Collection<String> marks;
        Size size;
        Map<String, Size> sizes;
        String tenant;
        Depot origin;
    }

    static class Size {
        int width;
    }

    static class Depot {
        long id;
        String name;
        Set<Parcel> parcels;
    }

    static class Pallet {
        Long getId() {
            return 1L;
        }

        String getWood() {
            return "pine";
        }
    }
}
