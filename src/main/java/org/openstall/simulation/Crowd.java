package org.openstall.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openstall.kernel.BuyerId;
import org.openstall.ordering.Address;

/**
 * The many who buy now and then. They have no accounts, since nobody signs in as one of them, and ids that no
 * account and no cookie can have.
 */
final class Crowd {
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^(\\d+)(.*)$");

    /** Other people live next door to those in the file and have another family's name. */
    private static final int DOORS = 5;

    private final List<Shopper> shoppers = new ArrayList<>();

    Crowd(List<Address> people) {
        List<Address> others = people.subList(1, people.size());
        for (int door = 0; door < DOORS; door++) {
            for (int i = 0; i < others.size(); i++) {
                Address family = others.get((i + 17 * door) % others.size());
                shoppers.add(neighbour(others.get(i), family, door));
            }
        }
    }

    private static Shopper neighbour(Address person, Address family, int door) {
        String name = person.name().substring(0, person.name().indexOf(' '))
                + family.name().substring(family.name().lastIndexOf(' '));
        Matcher street = HOUSE_NUMBER.matcher(person.line1());
        String line1 =
                street.matches() ? (Integer.parseInt(street.group(1)) + 4 * door) + street.group(2) : person.line1();
        Address address = new Address(
                name, line1, "", person.city(), person.region(), person.postalCode(), person.country(), person.phone());
        UUID id = UUID.nameUUIDFromBytes((name + ", " + line1).getBytes(StandardCharsets.UTF_8));
        return new Shopper(new BuyerId(id), address);
    }

    /** Whether somebody is one of the crowd: their ids alone are made from a name. */
    static boolean has(BuyerId buyer) {
        return buyer.value().version() == 3;
    }

    /** Somebody, and more often one of those who come often. */
    Shopper somebody(Random random) {
        return shoppers.get((int) (Math.pow(random.nextDouble(), 1.6) * shoppers.size()));
    }
}
