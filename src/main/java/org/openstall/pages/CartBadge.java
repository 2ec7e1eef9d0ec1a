package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The number on the cart in the top bar, kept in a cookie so that no page has to count. */
public final class CartBadge {
    /** Where the page at hand finds a number that its cookie does not tell yet. */
    private static final String ATTRIBUTE = CartBadge.class.getName();

    private CartBadge() {}

    /** Call whenever a cart has changed or been looked at. */
    public static void show(HttpServletRequest request, HttpServletResponse response, int items) {
        request.setAttribute(ATTRIBUTE, items);
        if (items == 0) {
            Cookies.clear(request, response, Cookies.CART);
        } else {
            Cookies.write(request, response, Cookies.CART, Integer.toString(items), Cookies.A_YEAR);
        }
    }

    static int read(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Integer items) {
            return items;
        }
        @Nullable String value = Cookies.read(request, Cookies.CART);
        return value != null && value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    }
}
