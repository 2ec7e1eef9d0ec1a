package org.openstall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was typed, parted into settings of the program and the words of the command. A setting is an option with a
 * dot in its name, such as {@code --server.port=8081} or {@code --openstall.data DIR}; it may stand anywhere, and
 * the last one of a name counts.
 */
record Arguments(List<String> settings, List<String> words) {
    private static final Pattern SETTING = Pattern.compile("--[a-zA-Z][\\w-]*(?:[.\\[][\\w\\]-]+)+");

    /** A setting at the very end without a value; the message is for the person who typed it. */
    static final class ValueMissing extends Exception {
        private static final long serialVersionUID = 1L;

        ValueMissing(String setting) {
            super("Missing value for " + setting);
        }
    }

    static Arguments of(List<String> typed) throws ValueMissing {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        boolean onlyWords = false;
        for (int i = 0; i < typed.size(); i++) {
            String argument = typed.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            onlyWords |= argument.equals("--");
            if (onlyWords || !SETTING.matcher(name).matches()) {
                words.add(argument);
            } else if (equals >= 0) {
                settings.put(name, argument.substring(equals + 1));
            } else if (i + 1 < typed.size()) {
                i++;
                settings.put(name, typed.get(i));
            } else {
                throw new ValueMissing(name);
            }
        }
        return new Arguments(
                settings.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList(),
                List.copyOf(words));
    }
}
