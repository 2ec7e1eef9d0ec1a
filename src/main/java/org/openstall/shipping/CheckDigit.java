package org.openstall.shipping;

import java.util.function.ToIntFunction;

/** How a carrier computes the last character of its numbers from those before it. */
@FunctionalInterface
interface CheckDigit {
    String DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    boolean fits(String serial, char check);

    /** For numbers without a check digit. */
    CheckDigit NONE = (serial, check) -> true;

    /** The serial number's remainder by 7. */
    CheckDigit MOD_7 = digit(serial -> (int) (Long.parseLong(serial) % 7));

    CheckDigit LUHN = digit(serial -> {
        int sum = 0;
        for (int i = 0; i < serial.length(); i++) {
            int fromRight = serial.length() - 1 - i;
            int value = valueAt(serial, i) * (fromRight % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    });

    /** Universal Postal Union, standard S10: weights 8 6 4 2 3 5 9 7, modulo 11; 10 becomes 0 and 11 becomes 5. */
    CheckDigit S10 = digit(serial -> {
        int rest = 11 - weighted(serial, 8, 6, 4, 2, 3, 5, 9, 7) % 11;
        return switch (rest) {
            case 10 -> 0;
            case 11 -> 5;
            default -> rest;
        };
    });

    /** ISO 7064, mod 37,36: digits and letters. */
    CheckDigit MOD_37_36 = (serial, check) -> {
        int product = 36;
        for (int i = 0; i < serial.length(); i++) {
            int sum = (product + DIGITS_AND_LETTERS.indexOf(serial.charAt(i))) % 36;
            product = 2 * (sum == 0 ? 36 : sum) % 37;
        }
        return DIGITS_AND_LETTERS.charAt((37 - product) % 36) == check;
    };

    /** From the left, characters weigh {@code first} and {@code second} in turn; the check digit fills up to the next ten. */
    static CheckDigit mod10(int first, int second) {
        return digit(serial -> {
            int sum = 0;
            for (int i = 0; i < serial.length(); i++) {
                sum += valueAt(serial, i) * (i % 2 == 0 ? first : second);
            }
            return (10 - sum % 10) % 10;
        });
    }

    /** The weighted sum's remainder by 11, of which the last digit. */
    static CheckDigit mod11(int... weights) {
        return digit(serial -> weighted(serial, weights) % 11 % 10);
    }

    /** The same after putting digits in front of the serial number, where it does not begin with them already. */
    default CheckDigit after(String prefix) {
        return (serial, check) -> fits(serial.startsWith(prefix) ? serial : prefix + serial, check);
    }

    private static CheckDigit digit(ToIntFunction<String> compute) {
        return (serial, check) -> compute.applyAsInt(serial) == check - '0';
    }

    private static int weighted(String serial, int... weights) {
        int sum = 0;
        for (int i = 0; i < serial.length(); i++) {
            sum += valueAt(serial, i) * weights[i];
        }
        return sum;
    }

    /** Letters count as UPS counts them: A is 2, B is 3, and after 9 comes 0. */
    private static int valueAt(String serial, int index) {
        char character = serial.charAt(index);
        return Character.isDigit(character) ? character - '0' : (character - 'A' + 2) % 10;
    }
}
