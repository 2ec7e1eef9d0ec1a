package org.openstall.identity;

import java.util.UUID;

/**
 * Somebody asks for a link by which to set a new password. Whether anybody has that address is not known yet, so that
 * hearing of the request takes as long for everybody.
 *
 * @param language the one he asked in, as a tag such as {@code zh-TW}
 */
public record PasswordForgotten(UUID request, String email, String language) {}
