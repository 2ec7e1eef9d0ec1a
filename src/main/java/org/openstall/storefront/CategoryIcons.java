package org.openstall.storefront;

import java.util.List;
import java.util.Map;

/** The icon that stands for a category where a picture would be, by the category's slug or a word in it. */
public final class CategoryIcons {
    private static final String OTHER = "box-seam";

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("computers", "laptop"),
            Map.entry("computer-components", "cpu"),
            Map.entry("computer-accessories", "keyboard"),
            Map.entry("storage", "device-hdd"),
            Map.entry("networking", "router"),
            Map.entry("servers", "server"),
            Map.entry("software", "window-stack"),
            Map.entry("printers", "printer"),
            Map.entry("ink", "droplet-half"),
            Map.entry("monitors", "display"),
            Map.entry("tv", "tv"),
            Map.entry("audio", "headphones"),
            Map.entry("cameras", "camera"),
            Map.entry("phones", "phone"),
            Map.entry("cables", "usb-plug"),
            Map.entry("power", "battery-charging"),
            Map.entry("electronics", "smartwatch"),
            Map.entry("video-games", "controller"),
            Map.entry("home-kitchen", "cup-hot"),
            Map.entry("appliances", "fan"),
            Map.entry("office", "pencil"),
            Map.entry("books", "book"),
            Map.entry("movies-music", "film"),
            Map.entry("toys", "puzzle"),
            Map.entry("baby", "balloon"),
            Map.entry("beauty", "stars"),
            Map.entry("clothing", "handbag"),
            Map.entry("sports", "bicycle"),
            Map.entry("garden", "tree"),
            Map.entry("tools", "wrench-adjustable"),
            Map.entry("pets", "heart"),
            Map.entry("automotive", "car-front"),
            Map.entry("grocery", "basket2"));

    /** For categories that an import has brought. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("computer", "laptop"),
            Map.entry("phone", "phone"),
            Map.entry("telephon", "phone"),
            Map.entry("furniture", "lamp"),
            Map.entry("bed", "house"),
            Map.entry("house", "house"),
            Map.entry("home", "house"),
            Map.entry("kitchen", "cup-hot"),
            Map.entry("watch", "smartwatch"),
            Map.entry("jewel", "gem"),
            Map.entry("luggage", "suitcase"),
            Map.entry("fashion", "handbag"),
            Map.entry("book", "book"),
            Map.entry("music", "music-note-beamed"),
            Map.entry("audio", "headphones"),
            Map.entry("game", "controller"),
            Map.entry("toy", "puzzle"),
            Map.entry("baby", "balloon"),
            Map.entry("beauty", "stars"),
            Map.entry("perfum", "stars"),
            Map.entry("flower", "flower1"),
            Map.entry("garden", "tree"),
            Map.entry("sport", "bicycle"),
            Map.entry("tool", "wrench-adjustable"),
            Map.entry("construction", "tools"),
            Map.entry("pet", "heart"),
            Map.entry("auto", "car-front"),
            Map.entry("food", "egg-fried"),
            Map.entry("drink", "cup-hot"),
            Map.entry("appliance", "fan"),
            Map.entry("air_condition", "fan"),
            Map.entry("electronic", "smartwatch"),
            Map.entry("office", "pencil"),
            Map.entry("stationery", "pencil"),
            Map.entry("photo", "camera"),
            Map.entry("dvd", "film"));

    private CategoryIcons() {}

    public static String of(String category) {
        String known = ICONS.get(category);
        return known != null
                ? known
                : WORDS.stream()
                        .filter(it -> category.contains(it.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(OTHER);
    }
}
